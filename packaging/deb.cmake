# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian package: `cpack --config build/release/CPackConfig.cmake` makes it from a release build (see
# tests/distro/run). Libraries that are linked are found by dpkg-shlibdeps; what is loaded at run time is named here.
install(FILES copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# Debian's policy wants manual pages and changelogs compressed (12.1 and 12.7).
find_program(GANTRY_GZIP gzip REQUIRED)
function(gantry_install_compressed source name destination)
    set(compressed "${CMAKE_CURRENT_BINARY_DIR}/${name}.gz")
    add_custom_command(OUTPUT "${compressed}" DEPENDS "${source}"
        COMMAND "${GANTRY_GZIP}" -9 --no-name --stdout "${source}" > "${compressed}" VERBATIM)
    add_custom_target(${name}-compressed ALL DEPENDS "${compressed}")
    install(FILES "${compressed}" DESTINATION "${destination}")
endfunction()
gantry_install_compressed("${CMAKE_CURRENT_SOURCE_DIR}/gantry.1" gantry.1 "${CMAKE_INSTALL_MANDIR}/man1")
gantry_install_compressed("${CMAKE_SOURCE_DIR}/CHANGELOG.md" changelog "${CMAKE_INSTALL_DOCDIR}")
gantry_install_compressed("${CMAKE_CURRENT_SOURCE_DIR}/changelog" changelog.Debian "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gantry)
set(CPACK_PACKAGE_CONTACT "The Gantry developers <noreply@gantry.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_FILE "${CMAKE_CURRENT_SOURCE_DIR}/description.txt")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1) # of packaging/changelog
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The icons' plugin has a package of its own since Debian 13.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-psql, libqt6sql6-sqlite, libqt6svg6 (<< 6.7~) | qt6-svg-plugins")
string(JOIN ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS
    fonts-inter fonts-jetbrains-mono qt6-translations-l10n qt6-wayland
    "docker.io | docker-ce | podman" "docker-compose | docker-compose-plugin | podman-compose")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager")
include(CPack)
