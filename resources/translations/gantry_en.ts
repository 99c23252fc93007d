<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Gantry::ArchiveCommands</name>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>Save %n image</numerusform>
            <numerusform>Save %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::BuildContext</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) cannot be read: %1. Name what the build does not need in .dockerignore, or change who may read it.</source>
        <translation>
            <numerusform>%n file or folder cannot be read: %1. Name what the build does not need in .dockerignore, or change who may read it.</numerusform>
            <numerusform>%n files or folders cannot be read: %1. Name what the build does not need in .dockerignore, or change who may read it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::BuildDialog</name>
    <message numerus="yes">
        <source>%1 of %n step(s) came from the cache.</source>
        <translation>
            <numerusform>%1 of %n step came from the cache.</numerusform>
            <numerusform>%1 of %n steps came from the cache.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupPage</name>
    <message numerus="yes">
        <source>%n object(s) removed.</source>
        <translation>
            <numerusform>%n object removed.</numerusform>
            <numerusform>%n objects removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) left alone: used again or gone meanwhile.</source>
        <translation>
            <numerusform>%n object left alone: used again or gone meanwhile.</numerusform>
            <numerusform>%n objects left alone: used again or gone meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be removed; Operations says why.</source>
        <translation>
            <numerusform>%n object could not be removed; Operations says why.</numerusform>
            <numerusform>%n objects could not be removed; Operations says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped container(s)</source>
        <translation>
            <numerusform>%n stopped container</numerusform>
            <numerusform>%n stopped containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dangling image(s)</source>
        <translation>
            <numerusform>%n dangling image</numerusform>
            <numerusform>%n dangling images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused image(s)</source>
        <translation>
            <numerusform>%n unused image</numerusform>
            <numerusform>%n unused images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous volume(s)</source>
        <translation>
            <numerusform>%n anonymous volume</numerusform>
            <numerusform>%n anonymous volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n named volume(s)</source>
        <translation>
            <numerusform>%n named volume</numerusform>
            <numerusform>%n named volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n object(s)</source>
        <translation>
            <numerusform>Remove %n object</numerusform>
            <numerusform>Remove %n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupRun</name>
    <message numerus="yes">
        <source>%n object(s) left alone: used again or gone meanwhile.</source>
        <translation>
            <numerusform>%n object left alone: used again or gone meanwhile.</numerusform>
            <numerusform>%n objects left alone: used again or gone meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n stopped container(s)</source>
        <translation>
            <numerusform>Remove %n stopped container</numerusform>
            <numerusform>Remove %n stopped containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused image(s)</source>
        <translation>
            <numerusform>Remove %n unused image</numerusform>
            <numerusform>Remove %n unused images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused volume(s)</source>
        <translation>
            <numerusform>Remove %n unused volume</numerusform>
            <numerusform>Remove %n unused volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused network(s)</source>
        <translation>
            <numerusform>Remove %n unused network</numerusform>
            <numerusform>Remove %n unused networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeFileList</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectProbe</name>
    <message numerus="yes">
        <source>There was no answer within %n second(s).</source>
        <translation>
            <numerusform>There was no answer within %n second.</numerusform>
            <numerusform>There was no answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::Console</name>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln row exported to %1</numerusform>
            <numerusform>%Ln rows exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleRunner</name>
    <message numerus="yes">
        <source>%Ln statement(s) after it were not run.</source>
        <translation>
            <numerusform>%Ln statement after it was not run.</numerusform>
            <numerusform>%Ln statements after it were not run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) were not run.</source>
        <translation>
            <numerusform>%Ln statement was not run.</numerusform>
            <numerusform>%Ln statements were not run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was cancelled. %Ln statement(s) were not run.</source>
        <translation>
            <numerusform>The run was cancelled. %Ln statement was not run.</numerusform>
            <numerusform>The run was cancelled. %Ln statements were not run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerCommands</name>
    <message numerus="yes">
        <source>Start %n container(s)</source>
        <translation>
            <numerusform>Start %n container</numerusform>
            <numerusform>Start %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n container(s)</source>
        <translation>
            <numerusform>Stop %n container</numerusform>
            <numerusform>Stop %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n container(s)</source>
        <translation>
            <numerusform>Restart %n container</numerusform>
            <numerusform>Restart %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n container(s)</source>
        <translation>
            <numerusform>Pause %n container</numerusform>
            <numerusform>Pause %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpause %n container(s)</source>
        <translation>
            <numerusform>Unpause %n container</numerusform>
            <numerusform>Unpause %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n container(s)</source>
        <translation>
            <numerusform>Kill %n container</numerusform>
            <numerusform>Kill %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n container(s)</source>
        <translation>
            <numerusform>Remove %n container</numerusform>
            <numerusform>Remove %n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerFacts</name>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n restart</numerusform>
            <numerusform>%n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::CopyIn</name>
    <message numerus="yes">
        <source>%n file(s) or folder(s) cannot be read: %1</source>
        <translation>
            <numerusform>%n file or folder cannot be read: %1</numerusform>
            <numerusform>%n files or folders cannot be read: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::DatabaseList</name>
    <message numerus="yes">
        <source>%Ln PostgreSQL container(s)</source>
        <translation>
            <numerusform>%Ln PostgreSQL container</numerusform>
            <numerusform>%Ln PostgreSQL containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need a SQL console.</source>
        <translation>
            <numerusform>%Ln file needs a SQL console.</numerusform>
            <numerusform>%Ln files need a SQL console.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::Diagnosis</name>
    <message numerus="yes">
        <source>The program runs, but its check failed %n time(s) in a row. What the check said stands below.</source>
        <translation>
            <numerusform>The program runs, but its check failed %n time in a row. What the check said stands below.</numerusform>
            <numerusform>The program runs, but its check failed %n times in a row. What the check said stands below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::DiagnosisChecks</name>
    <message numerus="yes">
        <source>Failed %n time(s) in a row.</source>
        <translation>
            <numerusform>Failed %n time in a row.</numerusform>
            <numerusform>Failed %n times in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n so far. Its policy: %1.</source>
        <translation>
            <numerusform>%n so far. Its policy: %1.</numerusform>
            <numerusform>%n so far. Its policy: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::DownPreview</name>
    <message numerus="yes">
        <source>Take down %1 and remove %n volumes?</source>
        <translation>
            <numerusform>Take down %1 and remove %n volume?</numerusform>
            <numerusform>Take down %1 and remove %n volumes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volumes and take down</source>
        <translation>
            <numerusform>Remove %n volume and take down</numerusform>
            <numerusform>Remove %n volumes and take down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::EngineClient</name>
    <message numerus="yes">
        <source>save %n image(s)</source>
        <translation>
            <numerusform>save %n image</numerusform>
            <numerusform>save %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ExportCommand</name>
    <message numerus="yes">
        <source>%Ln more character(s)</source>
        <translation>
            <numerusform>%Ln more character</numerusform>
            <numerusform>%Ln more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FileCommands</name>
    <message numerus="yes">
        <source>Copy %n file(s) or folder(s) from %1</source>
        <translation>
            <numerusform>Copy %n file or folder from %1</numerusform>
            <numerusform>Copy %n files or folders from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left out: devices, pipes and what would lie outside the folder</source>
        <translation>
            <numerusform>%n thing left out: devices, pipes and what would lie outside the folder</numerusform>
            <numerusform>%n things left out: devices, pipes and what would lie outside the folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n file(s) or folder(s) to %1</source>
        <translation>
            <numerusform>Copy %n file or folder to %1</numerusform>
            <numerusform>Copy %n files or folders to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FileNotice</name>
    <message numerus="yes">
        <source>%1 and %n name(s) so far.</source>
        <translation>
            <numerusform>%1 and %n name so far.</numerusform>
            <numerusform>%1 and %n names so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FileTreeModel</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FilesPanel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation>
            <numerusform>%n selected, %1</numerusform>
            <numerusform>%n selected, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overwrite %n</source>
        <comment>files or folders</comment>
        <translation>
            <numerusform>Overwrite %n</numerusform>
            <numerusform>Overwrite %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n file(s) or folder(s): keep the button pressed until the drag begins.</source>
        <translation>
            <numerusform>Fetching %n file or folder: keep the button pressed until the drag begins.</numerusform>
            <numerusform>Fetching %n files or folders: keep the button pressed until the drag begins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) are here: drag them again now, wherever they should go.</source>
        <translation>
            <numerusform>%n file or folder is here: drag it again now, wherever it should go.</numerusform>
            <numerusform>%n files or folders are here: drag them again now, wherever they should go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FindBar</name>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::HttpCall</name>
    <message numerus="yes">
        <source>the answer is larger than %n MiB</source>
        <translation>
            <numerusform>the answer is larger than %n MiB</numerusform>
            <numerusform>the answer is larger than %n MiB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::HttpCheck</name>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>No answer within %n second.</numerusform>
            <numerusform>No answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::HttpConnection</name>
    <message numerus="yes">
        <source>no answer for %n second(s)</source>
        <translation>
            <numerusform>no answer for %n second</numerusform>
            <numerusform>no answer for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::Humanize</name>
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
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ImagesPage</name>
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
    <message numerus="yes">
        <source>Remove %n name(s)?</source>
        <translation>
            <numerusform>Remove %n name?</numerusform>
            <numerusform>Remove %n names?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n name(s)</source>
        <translation>
            <numerusform>Remove %n name</numerusform>
            <numerusform>Remove %n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s) and names of others?</source>
        <translation>
            <numerusform>Remove %n image and names of others?</numerusform>
            <numerusform>Remove %n images and names of others?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::LiveContainers</name>
    <message numerus="yes">
        <source>no answer for %n second(s)</source>
        <translation>
            <numerusform>no answer for %n second</numerusform>
            <numerusform>no answer for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::LogPanel</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::LogSearchBar</name>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>%n line before and after</numerusform>
            <numerusform>%n lines before and after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::MainWindow</name>
    <message numerus="yes">
        <source>%n operation(s) still run. Quit all the same?</source>
        <translation>
            <numerusform>%n operation still runs. Quit all the same?</numerusform>
            <numerusform>%n operations still run. Quit all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::MessagesView</name>
    <message numerus="yes">
        <source>%Ln more notice(s) came and are not shown.</source>
        <translation>
            <numerusform>%Ln more notice came and is not shown.</numerusform>
            <numerusform>%Ln more notices came and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::NetworksPage</name>
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
    <name>Gantry::ObjectCommands</name>
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
    <name>Gantry::PairRows</name>
    <message numerus="yes">
        <source>And %n more, used but not listed here.</source>
        <translation>
            <numerusform>And %n more, used but not listed here.</numerusform>
            <numerusform>And %n more, used but not listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectActions</name>
    <message numerus="yes">
        <source>Up would recreate %n services of %1.</source>
        <translation>
            <numerusform>Up would recreate %n service of %1.</numerusform>
            <numerusform>Up would recreate %n services of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recreate %n services</source>
        <translation>
            <numerusform>Recreate %n service</numerusform>
            <numerusform>Recreate %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectsPage</name>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n known</numerusform>
            <numerusform>%n known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n file or folder could not be opened.</numerusform>
            <numerusform>%n files or folders could not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ResultFooter</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ResultTabs</name>
    <message numerus="yes">
        <source>%Ln more result(s)</source>
        <translation>
            <numerusform>%Ln more result</numerusform>
            <numerusform>%Ln more results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>the title of a result</comment>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::RunExec</name>
    <message numerus="yes">
        <source>it writes more than %n MiB</source>
        <translation>
            <numerusform>it writes more than %n MiB</numerusform>
            <numerusform>it writes more than %n MiB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::RunMore</name>
    <message numerus="yes">
        <source>%n variable(s) imported.</source>
        <translation>
            <numerusform>%n variable imported.</numerusform>
            <numerusform>%n variables imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::SeveralLogs</name>
    <message numerus="yes">
        <source>Logs of %n container(s)</source>
        <translation>
            <numerusform>Logs of %n container</numerusform>
            <numerusform>Logs of %n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::StatusLine</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalPanel</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalView</name>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>Paste %n line into the terminal?</numerusform>
            <numerusform>Paste %n lines into the terminal?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::TransactionChip</name>
    <message numerus="yes">
        <source>In transaction, %Ln change(s)</source>
        <translation>
            <numerusform>In transaction, %Ln change</numerusform>
            <numerusform>In transaction, %Ln changes</numerusform>
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
    <name>Gantry::UsageCards</name>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>of %n core</numerusform>
            <numerusform>of %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::VolumesPage</name>
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
</TS>
