# shellcheck shell=bash
# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/run and tests/run share. The names of the packages are those of Debian 12 and 13.
# shellcheck disable=SC2034 # used by the scripts that read this file

build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqscintilla2-qt6-dev qtkeychain-qt6-dev
    libboost-dev libpq-dev libyaml-cpp-dev libvterm-dev libarchive-dev
)
run_packages=(libqt6sql6-psql libqt6sql6-sqlite qt6-translations-l10n fonts-inter fonts-jetbrains-mono)
xsession_packages=(xvfb openbox dbus at-spi2-core x11-utils)
fuzz_packages=(clang libclang-rt-dev)
# The private engine and its images, made without a registry.
lab_packages=(iproute2 iptables mmdebstrap procps)

say() { printf '%s\n' "$*"; }

# Every failure ends in one sentence that says what to do.
fail() {
    printf '\n%s: %s\n' "$(basename "$(dirname "$0")")/$(basename "$0")" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# can_be_root PURPOSE: whether root's rights can be had. Whoever has sudo may still not be allowed to use it.
can_be_root() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo --prompt="sudo password for %u, $1: " true; }
}

# Debian's docker.io, unless an engine of another origin is installed.
engine_packages() { command -v dockerd >/dev/null || [ -x /usr/sbin/dockerd ] || echo docker.io; }

compose_packages() {
    docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || echo docker-compose
}

# missing_packages PACKAGE…: prints those that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) = installed ]] || echo "$package"
    done
}

# install_packages PURPOSE PACKAGE…: installs what is missing, saying what for.
install_packages() {
    local purpose=$1 missing
    shift
    if ! command -v apt-get >/dev/null; then
        say "This is not Debian: nothing is installed. Needed $purpose: $*"
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing $purpose: ${missing[*]}"
    can_be_root "to install these packages" \
        || fail "these packages are missing, and only root can install them: as root, run 'apt install ${missing[*]}'."
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } \
        || fail "apt could not install them (its message is above): when it is mended, run this again."
}

# install_engine PURPOSE PACKAGE…: an engine, its client and Compose, unless they are there, and the packages.
install_engine() {
    # shellcheck disable=SC2046 # each word is a package
    install_packages "$@" $(engine_packages) $(compose_packages)
    # Debian 13 packs the client by itself. Before an installation apt may know no package at all, so it is not asked.
    command -v docker >/dev/null || install_packages "as the engine's client" docker-cli
}

# configure PRESET: once.
configure() {
    [ -e "build/$1/build.ninja" ] || cmake --preset "$1" \
        || fail "CMake could not configure the build (its message is above): when it is mended, run this again."
}

# build PRESET [TARGET…]: configures once, then builds.
build() {
    local preset=$1
    shift
    configure "$preset"
    cmake --build --preset "$preset" ${1:+--target "$@"} \
        || fail "the build failed (the compiler's message is above): when it is mended, run this again."
}

# The functions below act on the engine that DOCKER_HOST names.

# compose ARG…: Compose of version 2, or else 1.
compose() {
    if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi
}

# lay_project FOLDER: copies the sample project there; a user's own changes in it stay.
lay_project() {
    local file
    for file in compose.yaml api/app.py api/Dockerfile; do
        [ -e "$1/$file" ] || install -D --mode=0644 "resources/sample/$file" "$1/$file"
    done
}

free_port() {
    local port=8000
    while (: 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo $port
}
