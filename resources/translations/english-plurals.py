#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the unfinished plurals of gantry_en.ts by the rule "(s)": "%n image(s)" is "%n image" and "%n images".

Called by the target gantry_lupdate; texts that the rule does not fit are written by hand in Qt Linguist.
"""
import sys
import xml.etree.ElementTree as tree

path = sys.argv[1]
document = tree.parse(path)
for message in document.iter("message"):
    translation = message.find("translation")
    if message.get("numerus") != "yes" or translation.get("type") != "unfinished":
        continue
    source = message.find("source").text
    forms = [source.replace("(s)", ""), source.replace("(s)", "s")]
    elements = translation.findall("numerusform")
    if len(elements) != len(forms) or "(s)" not in source:
        continue
    for element, form in zip(elements, forms):
        element.text = form
    del translation.attrib["type"]
with open(path, "wb") as output:
    output.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
    document.write(output, encoding="utf-8")
    output.write(b"\n")
