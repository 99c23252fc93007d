# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiler settings that every target of Gantry shares, as the interface target gantry-options.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

option(GANTRY_WERROR "Treat warnings as errors" ON)
set(GANTRY_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined")

find_program(GANTRY_CCACHE ccache)
if(GANTRY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need these relaxations of ccache (its manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${GANTRY_CCACHE})
endif()

add_library(gantry-options INTERFACE)
target_compile_definitions(gantry-options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_STRICT_ITERATORS)
target_compile_options(gantry-options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    $<$<BOOL:${GANTRY_WERROR}>:-Werror> -fpch-preprocess)
find_program(GANTRY_MOLD mold)
if(GANTRY_MOLD)
    target_link_options(gantry-options INTERFACE -fuse-ld=mold)
endif()
if(GANTRY_SANITIZE)
    target_compile_options(gantry-options INTERFACE -fsanitize=${GANTRY_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined)
    target_link_options(gantry-options INTERFACE -fsanitize=${GANTRY_SANITIZE})
endif()
