<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ComposeFileList</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::Usage</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Humanize</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)?</source>
        <translation>
            <numerusform>Remove %n image?</numerusform>
            <numerusform>Remove %n images?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Remove %n image</numerusform>
            <numerusform>Remove %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n operation(s) still run. Quit all the same?</source>
        <translation>
            <numerusform>%n operation still run. Quit all the same?</numerusform>
            <numerusform>%n operations still run. Quit all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworksPage</name>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)?</source>
        <translation>
            <numerusform>Remove %n network?</numerusform>
            <numerusform>Remove %n networks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Remove %n network</numerusform>
            <numerusform>Remove %n networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectCommands</name>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Remove %n image</numerusform>
            <numerusform>Remove %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Remove %n volume</numerusform>
            <numerusform>Remove %n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Remove %n network</numerusform>
            <numerusform>Remove %n networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VolumesPage</name>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s) with all data?</source>
        <translation>
            <numerusform>Remove %n volume with all data?</numerusform>
            <numerusform>Remove %n volumes with all data?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Remove %n volume</numerusform>
            <numerusform>Remove %n volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
</TS>
