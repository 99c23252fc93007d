<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Colours of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the desktop&apos;s style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn Gantry&apos;s own drawing off and use the style of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--host needs an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of an engine. Use unix:///path/to/docker.sock or tcp://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: gantry [--host ADDRESS] [FILE|FOLDER]...

Containers, Compose projects and their databases in one window.

  FILE|FOLDER      Compose file, or folder with one, to open as a project
  --host ADDRESS   engine to use, as in DOCKER_HOST: unix:///path, tcp://host:port
  --help           show this text
  --version        show the version

If Gantry is already open, its window comes to the front and takes the arguments.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to or run anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposeFileList</name>
    <message>
        <source>Compose files found in your home folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>&quot;yesterday&quot;, &quot;3 weeks ago&quot;, &quot;in March&quot;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>&quot;2 services&quot; and &quot;changed yesterday&quot;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContainerLog</name>
    <message>
        <source>The log cannot be read: there is no connection to the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>container exited with code %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineBox</name>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an engine&apos;s name, its product and state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an engine&apos;s name and address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineError</name>
    <message>
        <source>Cancelled: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1. The engine says: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine (for instance with “sudo systemctl start docker”), or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user may not open the engine&apos;s socket. Add it to the group “docker” (“sudo usermod -aG docker $USER”, then log in again), which gives it the rights of root; or use a rootless engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine may have been stopped or restarted. Gantry connects again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the address really that of a Docker or Podman engine?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the older of the two: the engine or Gantry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an address, and why it is used</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost to %1, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker runs, but you may not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine and Gantry speak no common version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No container engine answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not answer as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the group docker, then log out and in again. Members of this group have the rights of the administrator on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or run Docker without administrator rights (rootless), as yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer Docker (20.10 or later) or a newer Gantry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Docker is installed, start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is not installed, install it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeFile</name>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Compose file in %1. Its name would be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: permission denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose can make no project name of the folder %1. Give the file a top-level name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeModel</name>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerSource</name>
    <message>
        <source>Container, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gantry::Usage</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::YamlDocument</name>
    <message>
        <source>the document is not a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document is too large or nested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every container of the engine, live, by Compose project.

S, X, R, Del	start, stop, restart, remove the chosen containers
L, T, I	logs, terminal, inspect
Filter words	state:running  project:tp1  image:postgres  port:8000  label:name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose projects, whoever started them, and those you opened.

U, D	up, down
Stop keeps the containers, Down removes them. Volumes stay, unless you choose to remove them, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images on the engine: what containers are made from.

Del	remove the chosen images (asks once)
Ctrl+C	copy the name
An image that a container uses cannot be removed before the container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes hold the data of containers and outlive them.

Del	remove the chosen volumes with their data (asks once)
Ctrl+C	copy the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks connect containers with each other.

Del	remove the chosen networks (asks once)
Ctrl+C	copy the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL databases found in containers. Nothing has to be published: Gantry finds a way in.

Enter	open the SQL console
Ctrl+Return	run the statement at the cursor
Ctrl+Shift+Return	run everything
Ctrl+.	cancel
Ctrl+Up	history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere

Ctrl+K	go to or run anything by its name
Ctrl+1 to Ctrl+6	pages
Ctrl+F	filter
Ctrl+L	operations: every action with its shell command
Ctrl+O	open a Compose project
Ctrl+,	settings
F5	connect and list again (never needed)
Ctrl+Q	quit; containers go on running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Humanize</name>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a month&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 %2</source>
        <comment>a month&apos;s name and the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageModel</name>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, ID, project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has no images. They come with the first project or container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>&quot;41 images&quot; and a size: shared layers count once on disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 uses it. Remove the container first.</source>
        <comment>a container, or &quot;3 containers&quot;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They must be pulled or built again before a container can be made from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something on the page %1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>%1 – Gantry</source>
        <comment>title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is what was last known. Gantry goes on trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the engine is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Gantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) still run. Quit all the same?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the engine has begun it will finish; Compose runs are interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Compose project in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Compose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Compose file as a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sample project, a small web API with its database, to a folder and start it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to or run anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find every action, page, container and project by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter or search on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect and list again; never needed, the lists are live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every action with its shell command and output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to connect to the engine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Gantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Gantry; containers go on running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Compose project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Compose file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose files (*.yaml *.yml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gantry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers, Compose projects and their databases in one window.

Free software under the GNU General Public License, version 3 or later. Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a page and its number of entries</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkModel</name>
    <message>
        <source>%1, gateway %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworksPage</name>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, project, subnet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has no networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy network name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy network ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove networks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belongs to the engine itself.</source>
        <comment>a network</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, used by %2</source>
        <comment>a network; a container, or &quot;3 containers&quot;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The engine refuses networks of running containers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoEnginePage</name>
    <message>
        <source>Looking for a container engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectCommands</name>
    <message>
        <source>The engine is not connected. Connect again, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before the engine answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove volume %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove network %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationEntry</name>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title of an operation and how it goes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationModel</name>
    <message>
        <source>%1, %2</source>
        <comment>title of an operation and how it goes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the chosen operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the shell command of the chosen operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the chosen operation again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the ended operations from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operation is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be run again from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operation has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, started at %2</source>
        <comment>how an operation goes, and a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action is listed here with its shell command.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsStrip</name>
    <message>
        <source>Nothing has run yet. Every action is listed here with its shell command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show operations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleStarter</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample project could not be copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>%1, %2 running</source>
        <comment>&quot;14 containers&quot; and the number of running ones</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VolumeModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumesPage</name>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no volumes. Containers that keep data make them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy volume name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove volumes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 unused</source>
        <comment>&quot;9 volumes&quot; and how many of them nothing uses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses %2. Remove the container first.</source>
        <comment>a container, or &quot;3 containers&quot;; a volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of project %2</source>
        <comment>a volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s) with all data?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The data is lost for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Compose files found in your home folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small web API with its database, ready to read, change and break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Compose project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a folder with a compose.yaml. Gantry shows its services before anything starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page, action, container and project answers to its name. Type a few letters of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ready. Nothing runs yet.</source>
        <comment>Docker, Podman</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a way to begin. You can stop and remove everything again from this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
