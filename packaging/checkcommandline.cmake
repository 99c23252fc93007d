# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Help, version and mistakes are answered without a display, with the right exit status; the window needs one.
function(check expected_status expected_text)
    execute_process(COMMAND "${GANTRY}" ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE error)
    if(NOT status EQUAL expected_status OR NOT "${output}${error}" MATCHES "${expected_text}")
        message(FATAL_ERROR "gantry ${ARGN}: status ${status}\n${output}${error}")
    endif()
endfunction()
check(0 "^Usage: gantry .*[.]sql opens in a SQL console" --help)
check(0 "^gantry [0-9]+[.][0-9]+[.][0-9]+\n$" --version)
check(2 "Unknown option: --frobnicate.*Usage: gantry " --frobnicate)
check(2 "--host needs an address" --host)
check(2 "not an address of an engine" --host "ftp://example")
check(1 "^gantry: There is no display[^\n]*\n$")
check(1 "^gantry: There is no display" -- compose.yaml)
set(ENV{DISPLAY} ":4294")
check(1 "gantry: The display does not answer[^\n]*\n$")
