<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Gantry::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>&amp;Conteneur</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projet</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Base de données</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
</context>
<context>
    <name>Gantry::Appearance</name>
    <message>
        <source>Colours of the desktop</source>
        <translation>Couleurs du bureau</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s style</source>
        <translation>Utiliser le style du bureau</translation>
    </message>
    <message>
        <source>Turn Gantry&apos;s own drawing off and use the style of the desktop</source>
        <translation>Désactiver le rendu propre à Gantry et utiliser le style du bureau</translation>
    </message>
</context>
<context>
    <name>Gantry::ArchiveCommands</name>
    <message>
        <source>Save image %1</source>
        <translation>Enregistrer l’image %1</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>Enregistrer %n image</numerusform>
            <numerusform>Enregistrer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine prepares the archive</source>
        <translation>Le moteur prépare l’archive</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <comment>sizes</comment>
        <translation>%1 sur environ %2</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <comment>a size, a file</comment>
        <translation>%1 écrits dans %2</translation>
    </message>
    <message>
        <source>Load images from %1</source>
        <translation>Charger des images depuis %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sizes</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The engine unpacks the images</source>
        <translation>Le moteur déballe les images</translation>
    </message>
    <message>
        <source>The connection to the engine was lost before all was loaded.</source>
        <translation>La connexion au moteur a été perdue avant que tout soit chargé.</translation>
    </message>
</context>
<context>
    <name>Gantry::ArchiveExtraction</name>
    <message>
        <source>“%1” cannot be written. %2</source>
        <translation>« %1 » ne peut pas être écrit. %2</translation>
    </message>
</context>
<context>
    <name>Gantry::BatchRun</name>
    <message>
        <source>%1 of %2</source>
        <comment>done, in all</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, why it failed</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No longer waiting for %1; the engine may still finish it.
</source>
        <translation>Gantry n’attend plus %1&#xa0;; le moteur peut encore terminer l’opération.
</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: %2 of %3 failed.</source>
        <comment>title of an operation, how many</comment>
        <translation>%1&#xa0;: %2 sur %3 en échec.</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildAdvice</name>
    <message>
        <source>Is the file in the build folder, and does .dockerignore let it through?</source>
        <translation>Le fichier est-il dans le dossier de construction, et .dockerignore le laisse-t-il passer&#xa0;?</translation>
    </message>
    <message>
        <source>The output of the step says why its command failed.</source>
        <translation>La sortie de l’étape dit pourquoi sa commande a échoué.</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildContext</name>
    <message>
        <source>The folder “%1” cannot be opened. %2</source>
        <translation>Le dossier «&#xa0;%1&#xa0;» ne peut pas être ouvert. %2</translation>
    </message>
    <message>
        <source>There is no file “%1” in the build folder: it says how the image is built.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;» dans le dossier de construction&#xa0;: c’est lui qui dit comment l’image est construite.</translation>
    </message>
    <message>
        <source>“%1” is no file.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un fichier.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. %2</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu. %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) cannot be read: %1. Name what the build does not need in .dockerignore, or change who may read it.</source>
        <translation>
            <numerusform>%n fichier ou dossier ne peut pas être lu&#xa0;: %1. Nommez dans .dockerignore ce dont la construction n’a pas besoin, ou changez qui peut le lire.</numerusform>
            <numerusform>%n fichiers ou dossiers ne peuvent pas être lus&#xa0;: %1. Nommez dans .dockerignore ce dont la construction n’a pas besoin, ou changez qui peut les lire.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>&quot;12 files&quot; and a size</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; left out, because sockets cannot be sent: %2</source>
        <translation>%1&#xa0;; laissés de côté, car une socket ne s’envoie pas&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildDialog</name>
    <message>
        <source>Build image</source>
        <translation>Construire une image</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Lancer…</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Construire</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>It is being built.</source>
        <translation>Elle est en construction.</translation>
    </message>
    <message>
        <source>Cancel the build</source>
        <translation>Annuler la construction</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Make a container of the image and start it</source>
        <translation>Créer un conteneur de l’image et le démarrer</translation>
    </message>
    <message>
        <source>Build the image first.</source>
        <translation>Construisez d’abord l’image.</translation>
    </message>
    <message>
        <source>The build was cancelled.</source>
        <translation>La construction a été annulée.</translation>
    </message>
    <message>
        <source>The steps that were done stay in the cache.</source>
        <translation>Les étapes terminées restent dans le cache.</translation>
    </message>
    <message>
        <source>Built %1 in %2.</source>
        <comment>an image; a time</comment>
        <translation>%1 construite en %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s) came from the cache.</source>
        <translation>
            <numerusform>%1 étape sur %n vient du cache.</numerusform>
            <numerusform>%1 étapes sur %n viennent du cache.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::BuildForm</name>
    <message>
        <source>Build folder</source>
        <translation>Dossier de construction</translation>
    </message>
    <message>
        <source>a folder with a Dockerfile</source>
        <translation>un dossier avec un Dockerfile</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the build folder</source>
        <translation>Choisir le dossier de construction</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nommer</translation>
    </message>
    <message>
        <source>a name for the image, such as simple-api or team/api:1.2</source>
        <translation>un nom pour l’image, comme simple-api ou team/api:1.2</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>the last stage</source>
        <translation>la dernière étape nommée</translation>
    </message>
    <message>
        <source>Build argument</source>
        <translation>Argument de construction</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Build every step anew, without the cache</source>
        <translation>Refaire chaque étape, sans le cache</translation>
    </message>
    <message>
        <source>Look for newer base images first</source>
        <translation>Chercher d’abord des images de base plus récentes</translation>
    </message>
    <message>
        <source>Name the folder from the root on: it begins with /.</source>
        <translation>Nommez le dossier depuis la racine&#xa0;: il commence par /.</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>Lecture du dossier…</translation>
    </message>
    <message>
        <source>Sends %1.</source>
        <comment>12 files, 3.4 MB</comment>
        <translation>Envoie %1.</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildRequest</name>
    <message>
        <source>Choose the folder to build from.</source>
        <translation>Choisissez le dossier à partir duquel construire.</translation>
    </message>
    <message>
        <source>The Dockerfile must be in the build folder: name it relative to that.</source>
        <translation>Le Dockerfile doit être dans le dossier de construction&#xa0;: nommez-le relativement à celui-ci.</translation>
    </message>
    <message>
        <source>No image can be named “%1”: small letters, digits, and . _ - / between them, then a colon and a version.</source>
        <translation>Aucune image ne peut s’appeler «&#xa0;%1&#xa0;»&#xa0;: des minuscules, des chiffres, et . _ - / entre eux, puis un deux-points et une version.</translation>
    </message>
    <message>
        <source>A build argument has a value and no name.</source>
        <translation>Un argument de construction a une valeur mais pas de nom.</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildStepModel</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>du cache</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>Gantry::BuildStepsView</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Output of the step</source>
        <translation>Sortie de l’étape</translation>
    </message>
    <message>
        <source>Text of the Dockerfile</source>
        <translation>Texte du Dockerfile</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Output of step %1</source>
        <translation>Sortie de l’étape %1</translation>
    </message>
</context>
<context>
    <name>Gantry::CatalogueNode</name>
    <message>
        <source>Schema %1, owner %2</source>
        <translation>Schéma %1, propriétaire %2</translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation>Vue matérialisée</translation>
    </message>
    <message>
        <source>Partitioned table</source>
        <translation>Table partitionnée</translation>
    </message>
    <message>
        <source>Foreign table</source>
        <translation>Table distante</translation>
    </message>
    <message>
        <source>About %L1 rows, as of the last ANALYZE</source>
        <translation>Environ %L1 lignes, d’après le dernier ANALYZE</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>énumération</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>composite</translation>
    </message>
    <message>
        <source>range</source>
        <translation>intervalle</translation>
    </message>
    <message>
        <source>System schemas</source>
        <translation>Schémas système</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Fonctions</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Séquences</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Primary key</source>
        <translation>Clé primaire</translation>
    </message>
    <message>
        <source>References %1</source>
        <translation>Fait référence à %1</translation>
    </message>
    <message>
        <source>superuser</source>
        <translation>superutilisateur</translation>
    </message>
    <message>
        <source>no login</source>
        <translation>sans droit de connexion</translation>
    </message>
    <message>
        <source>Member of %1</source>
        <translation>Membre de %1</translation>
    </message>
</context>
<context>
    <name>Gantry::CataloguePane</name>
    <message>
        <source>Filter objects</source>
        <translation>Filtrer les objets</translation>
    </message>
    <message>
        <source>Refresh objects</source>
        <translation>Actualiser les objets</translation>
    </message>
    <message>
        <source>Database objects</source>
        <translation>Objets de la base de données</translation>
    </message>
    <message>
        <source>Select first 100 rows</source>
        <translation>Sélectionner les 100 premières lignes</translation>
    </message>
    <message>
        <source>Insert name</source>
        <translation>Insérer le nom</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>No object that has been read matches. Columns are searched once their table has been opened.</source>
        <translation>Aucun objet lu ne correspond. Les colonnes sont cherchées une fois leur table ouverte.</translation>
    </message>
</context>
<context>
    <name>Gantry::CatalogueWorker</name>
    <message>
        <source>The connection was closed.</source>
        <translation>La connexion a été fermée.</translation>
    </message>
</context>
<context>
    <name>Gantry::CauseRules</name>
    <message>
        <source>It ran out of memory</source>
        <translation>Il a manqué de mémoire</translation>
    </message>
    <message>
        <source>The kernel killed a process of it, because it wanted more memory than it may use ({limit}).</source>
        <translation>Le noyau a tué un de ses processus, parce qu’il voulait plus de mémoire qu’il ne peut en utiliser ({limit}).</translation>
    </message>
    <message>
        <source>Give it more memory, or let the program use less.</source>
        <translation>Donnez-lui plus de mémoire, ou faites en sorte que le programme en utilise moins.</translation>
    </message>
    <message>
        <source>mem_limit (or deploy.resources.limits.memory) in the Compose file, or --memory of docker run</source>
        <translation>mem_limit (ou deploy.resources.limits.memory) dans le fichier Compose, ou --memory de docker run</translation>
    </message>
    <message>
        <source>Its command finished</source>
        <translation>Sa commande s’est terminée</translation>
    </message>
    <message>
        <source>{command} ended by itself with code 0, so it reported no error. A container runs for as long as its command does.</source>
        <translation>{command} s’est terminé de lui-même avec le code 0, donc sans signaler d’erreur. Un conteneur reste en marche aussi longtemps que sa commande.</translation>
    </message>
    <message>
        <source>Nothing needs repair. What should stay needs a command that does not end; a shell needs a terminal to wait for input.</source>
        <translation>Rien n’est à réparer. Ce qui doit rester en marche a besoin d’une commande qui ne se termine pas&#xa0;; un shell a besoin d’un terminal pour attendre une saisie.</translation>
    </message>
    <message>
        <source>CMD in the Dockerfile, or command in the Compose file</source>
        <translation>CMD dans le Dockerfile, ou command dans le fichier Compose</translation>
    </message>
    <message>
        <source>It was asked to stop</source>
        <translation>Son arrêt a été demandé</translation>
    </message>
    <message>
        <source>It got the signal SIGTERM, as by Stop, and ended with code 143.</source>
        <translation>Il a reçu le signal SIGTERM, comme avec Arrêter, et s’est terminé avec le code 143.</translation>
    </message>
    <message>
        <source>Start it again when it is needed.</source>
        <translation>Démarrez-le à nouveau quand vous en aurez besoin.</translation>
    </message>
    <message>
        <source>It was ended with Ctrl+C</source>
        <translation>Il a été arrêté avec Ctrl+C</translation>
    </message>
    <message>
        <source>It got the signal SIGINT, as by Ctrl+C in its terminal, and ended with code 130.</source>
        <translation>Il a reçu le signal SIGINT, comme avec Ctrl+C dans son terminal, et s’est terminé avec le code 130.</translation>
    </message>
    <message>
        <source>It was killed</source>
        <translation>Il a été tué</translation>
    </message>
    <message>
        <source>It got the signal SIGKILL: by Kill, by Stop after it did not end in time, or by the system when the machine had no memory left. Its own memory limit was not the reason.</source>
        <translation>Il a reçu le signal SIGKILL&#xa0;: par Forcer l’arrêt, par Arrêter s’il ne s’est pas terminé à temps, ou par le système quand la machine n’avait plus de mémoire. Sa propre limite de mémoire n’en est pas la cause.</translation>
    </message>
    <message>
        <source>Start it again. If nobody killed it, see how much memory the machine has left; if Stop takes long, let the program end on SIGTERM.</source>
        <translation>Démarrez-le à nouveau. Si personne ne l’a tué, regardez combien de mémoire il reste à la machine&#xa0;; si Arrêter prend du temps, faites en sorte que le programme se termine à la réception de SIGTERM.</translation>
    </message>
    <message>
        <source>The program, or init: true in the Compose file (docker run --init), which passes signals on</source>
        <translation>Le programme, ou init: true dans le fichier Compose (docker run --init), qui transmet les signaux</translation>
    </message>
    <message>
        <source>Its program crashed</source>
        <translation>Son programme a planté</translation>
    </message>
    <message>
        <source>{command} was ended by a signal that means a fault within the program or a library ({signal}).</source>
        <translation>{command} a été terminé par un signal qui révèle un défaut du programme ou d’une bibliothèque ({signal}).</translation>
    </message>
    <message>
        <source>Try the image&apos;s newest version; check that it is made for this machine&apos;s processor.</source>
        <translation>Essayez la version la plus récente de l’image&#xa0;; vérifiez qu’elle est faite pour le processeur de cette machine.</translation>
    </message>
    <message>
        <source>FROM in the Dockerfile, or image in the Compose file</source>
        <translation>FROM dans le Dockerfile, ou image dans le fichier Compose</translation>
    </message>
    <message>
        <source>Port {port} is taken already</source>
        <translation>Le port {port} est déjà pris</translation>
    </message>
    <message>
        <source>It wants to publish port {port} of this machine. {holder}</source>
        <translation>Il veut publier le port {port} de cette machine. {holder}</translation>
    </message>
    <message>
        <source>Stop what uses the port, or publish another port.</source>
        <translation>Arrêtez ce qui utilise le port, ou publiez un autre port.</translation>
    </message>
    <message>
        <source>ports in the Compose file (the number at the left), or -p of docker run</source>
        <translation>ports dans le fichier Compose (le nombre de gauche), ou -p de docker run</translation>
    </message>
    <message>
        <source>The image has no program “{program}”</source>
        <translation>L’image n’a pas de programme «&#xa0;{program}&#xa0;»</translation>
    </message>
    <message>
        <source>The container&apos;s command begins with “{program}”, and no folder of the image&apos;s PATH has a program of this name.</source>
        <translation>La commande du conteneur commence par «&#xa0;{program}&#xa0;», et aucun dossier du PATH de l’image ne contient de programme de ce nom.</translation>
    </message>
    <message>
        <source>Correct the name, or install the program in the image.</source>
        <translation>Corrigez le nom, ou installez le programme dans l’image.</translation>
    </message>
    <message>
        <source>CMD or ENTRYPOINT in the Dockerfile, command in the Compose file, or the end of docker run</source>
        <translation>CMD ou ENTRYPOINT dans le Dockerfile, command dans le fichier Compose, ou la fin de docker run</translation>
    </message>
    <message>
        <source>There is no file {program} in the image</source>
        <translation>Il n’y a pas de fichier {program} dans l’image</translation>
    </message>
    <message>
        <source>The container&apos;s command begins with {program}, and the image has no such file.</source>
        <translation>La commande du conteneur commence par {program}, et l’image ne contient pas ce fichier.</translation>
    </message>
    <message>
        <source>Correct the path, or copy the file into the image.</source>
        <translation>Corrigez le chemin, ou copiez le fichier dans l’image.</translation>
    </message>
    <message>
        <source>COPY, CMD or ENTRYPOINT in the Dockerfile, or command in the Compose file</source>
        <translation>COPY, CMD ou ENTRYPOINT dans le Dockerfile, ou command dans le fichier Compose</translation>
    </message>
    <message>
        <source>{program} may not be executed</source>
        <translation>{program} n’est pas exécutable</translation>
    </message>
    <message>
        <source>The file itself, or RUN chmod +x in the Dockerfile</source>
        <translation>Le fichier lui-même, ou RUN chmod +x dans le Dockerfile</translation>
    </message>
    <message>
        <source>A file and a folder are mixed up in a mount</source>
        <translation>Un montage confond un fichier et un dossier</translation>
    </message>
    <message>
        <source>{source} of this machine should be mounted at {target}, but one of them is a file and the other a folder. Where a path of this machine is missing, the engine makes a folder of its name.</source>
        <translation>{source} de cette machine devrait être monté dans {target}, mais l’un des deux est un fichier et l’autre un dossier. Quand un chemin de cette machine n’existe pas, le moteur crée un dossier de ce nom.</translation>
    </message>
    <message>
        <source>Correct the path at the left; remove the empty folder if the engine made one.</source>
        <translation>Corrigez le chemin de gauche&#xa0;; supprimez le dossier vide si le moteur en a créé un.</translation>
    </message>
    <message>
        <source>volumes in the Compose file, or -v of docker run</source>
        <translation>volumes dans le fichier Compose, ou -v de docker run</translation>
    </message>
    <message>
        <source>Its network is no more</source>
        <translation>Son réseau n’existe plus</translation>
    </message>
    <message>
        <source>The container was made for the network {network}, which was removed since.</source>
        <translation>Le conteneur a été créé pour le réseau {network}, qui a été supprimé depuis.</translation>
    </message>
    <message>
        <source>Make the container anew: Down and Up for a project.</source>
        <translation>Recréez le conteneur&#xa0;: Down puis Up pour un projet.</translation>
    </message>
    <message>
        <source>The container itself; networks in the Compose file</source>
        <translation>Le conteneur lui-même&#xa0;; networks dans le fichier Compose</translation>
    </message>
    <message>
        <source>The image has no user “{user}”</source>
        <translation>L’image n’a pas d’utilisateur «&#xa0;{user}&#xa0;»</translation>
    </message>
    <message>
        <source>The container should run as “{user}”, which the image&apos;s /etc/passwd does not name.</source>
        <translation>Le conteneur devrait s’exécuter en tant que «&#xa0;{user}&#xa0;», qui ne figure pas dans le fichier /etc/passwd de l’image.</translation>
    </message>
    <message>
        <source>Correct the name, or make the user in the image.</source>
        <translation>Corrigez le nom, ou créez l’utilisateur dans l’image.</translation>
    </message>
    <message>
        <source>USER or RUN useradd in the Dockerfile, or user in the Compose file</source>
        <translation>USER ou RUN useradd dans le Dockerfile, ou user dans le fichier Compose</translation>
    </message>
    <message>
        <source>uvicorn found no variable “{attribute}” in {module}.py</source>
        <translation>uvicorn n’a pas trouvé de variable «&#xa0;{attribute}&#xa0;» dans {module}.py</translation>
    </message>
    <message>
        <source>The start command asks for {module}:{attribute}, which means the variable “{attribute}” in the file {module}.py, and that file has none of this name.</source>
        <translation>La commande de démarrage demande {module}:{attribute}, c’est-à-dire la variable «&#xa0;{attribute}&#xa0;» du fichier {module}.py, et ce fichier n’en a aucune de ce nom.</translation>
    </message>
    <message>
        <source>Name the variable “{attribute}” again, or start uvicorn with the name that it has now. Then build and start.</source>
        <translation>Redonnez à la variable le nom «&#xa0;{attribute}&#xa0;», ou démarrez uvicorn avec le nom qu’elle a maintenant. Ensuite, construisez et démarrez.</translation>
    </message>
    <message>
        <source>{module}.py, or CMD in the Dockerfile</source>
        <translation>{module}.py, ou CMD dans le Dockerfile</translation>
    </message>
    <message>
        <source>uvicorn found no file {module}.py</source>
        <translation>uvicorn n’a pas trouvé de fichier {module}.py</translation>
    </message>
    <message>
        <source>The start command asks for the module {module}, which means the file {module}.py in the working folder ({folder}), and there is none.</source>
        <translation>La commande de démarrage demande le module {module}, c’est-à-dire le fichier {module}.py du dossier de travail ({folder}), et il n’y en a pas.</translation>
    </message>
    <message>
        <source>Correct the name, or copy the file into that folder of the image. Then build and start.</source>
        <translation>Corrigez le nom, ou copiez le fichier dans ce dossier de l’image. Ensuite, construisez et démarrez.</translation>
    </message>
    <message>
        <source>COPY, WORKDIR or CMD in the Dockerfile</source>
        <translation>COPY, WORKDIR ou CMD dans le Dockerfile</translation>
    </message>
    <message>
        <source>Port {port} is used twice within the container</source>
        <translation>Le port {port} est utilisé deux fois dans le conteneur</translation>
    </message>
    <message>
        <source>The program wants to listen at port {port}, and another process of the same container does so already.</source>
        <translation>Le programme veut écouter sur le port {port}, et un autre processus du même conteneur le fait déjà.</translation>
    </message>
    <message>
        <source>Start the server only once, or give one of them another port.</source>
        <translation>Ne démarrez le serveur qu’une fois, ou donnez un autre port à l’un d’eux.</translation>
    </message>
    <message>
        <source>It looks for the database in itself</source>
        <translation>Il cherche la base de données en lui-même</translation>
    </message>
    <message>
        <source>It tried to reach a database at {host}:{port}. Within a container that address means the container itself, and nothing listens there.</source>
        <translation>Il a essayé de joindre une base de données à {host}:{port}. Dans un conteneur, cette adresse désigne le conteneur lui-même, et rien n’y écoute.</translation>
    </message>
    <message>
        <source>Use the name of the database&apos;s service as host, for instance “db”.</source>
        <translation>Utilisez comme hôte le nom du service de la base de données, par exemple «&#xa0;db&#xa0;».</translation>
    </message>
    <message>
        <source>The variable with the database&apos;s host or URL: environment in the Compose file, or .env</source>
        <translation>La variable qui contient l’hôte ou l’URL de la base de données&#xa0;: environment dans le fichier Compose, ou .env</translation>
    </message>
    <message>
        <source>The database at {host}:{port} was not ready</source>
        <translation>La base de données à {host}:{port} n’était pas prête</translation>
    </message>
    <message>
        <source>It connected before the database accepted connections, and did not try again.</source>
        <translation>Il s’est connecté avant que la base de données n’accepte les connexions, et n’a pas réessayé.</translation>
    </message>
    <message>
        <source>Let it wait until the database is healthy, or try again in the program.</source>
        <translation>Faites-le attendre que la base de données soit saine, ou réessayez dans le programme.</translation>
    </message>
    <message>
        <source>depends_on with condition: service_healthy in the Compose file, and a healthcheck of the database</source>
        <translation>depends_on avec condition: service_healthy dans le fichier Compose, et un healthcheck de la base de données</translation>
    </message>
    <message>
        <source>No container answers to the name “{host}”</source>
        <translation>Aucun conteneur ne répond au nom «&#xa0;{host}&#xa0;»</translation>
    </message>
    <message>
        <source>It looked for the host “{host}” and found none: names of services are known only within their network, and only while they run.</source>
        <translation>Il a cherché l’hôte «&#xa0;{host}&#xa0;» et n’en a trouvé aucun&#xa0;: les services ne sont connus par leur nom que dans leur réseau, et seulement tant qu’ils sont en marche.</translation>
    </message>
    <message>
        <source>Start the service “{host}”, write its name right, and put both into one network.</source>
        <translation>Démarrez le service «&#xa0;{host}&#xa0;», vérifiez l’orthographe de son nom, et mettez les deux dans un même réseau.</translation>
    </message>
    <message>
        <source>The variable with the host&apos;s name, and services and networks in the Compose file</source>
        <translation>La variable qui contient le nom de l’hôte, et services et networks dans le fichier Compose</translation>
    </message>
    <message>
        <source>The database refused the password of “{user}”</source>
        <translation>La base de données a refusé le mot de passe de «&#xa0;{user}&#xa0;»</translation>
    </message>
    <message>
        <source>User or password are not those of the database. A database keeps the password that it was first started with, also when the variable changes later.</source>
        <translation>L’utilisateur ou le mot de passe ne sont pas ceux de la base de données. Une base de données garde le mot de passe de son premier démarrage, même si la variable change ensuite.</translation>
    </message>
    <message>
        <source>Use the password of the first start, or change it in the database; a new volume begins anew and loses the data.</source>
        <translation>Utilisez le mot de passe du premier démarrage, ou changez-le dans la base de données&#xa0;; un nouveau volume repart de zéro et perd les données.</translation>
    </message>
    <message>
        <source>The password&apos;s variable: environment in the Compose file, or .env</source>
        <translation>La variable du mot de passe&#xa0;: environment dans le fichier Compose, ou .env</translation>
    </message>
    <message>
        <source>There is no database “{database}”</source>
        <translation>Il n’y a pas de base de données «&#xa0;{database}&#xa0;»</translation>
    </message>
    <message>
        <source>The server answered and accepted the user, but has no database of this name.</source>
        <translation>Le serveur a répondu et accepté l’utilisateur, mais n’a pas de base de données de ce nom.</translation>
    </message>
    <message>
        <source>Create it, or correct the name.</source>
        <translation>Créez-la, ou corrigez le nom.</translation>
    </message>
    <message>
        <source>The variable with the database&apos;s name: environment in the Compose file, or .env</source>
        <translation>La variable qui contient le nom de la base de données&#xa0;: environment dans le fichier Compose, ou .env</translation>
    </message>
    <message>
        <source>The variable {variable} is not set</source>
        <translation>La variable {variable} n’est pas définie</translation>
    </message>
    <message>
        <source>The program reads the environment variable {variable}, and the container has none of this name.</source>
        <translation>Le programme lit la variable d’environnement {variable}, et le conteneur n’en a aucune de ce nom.</translation>
    </message>
    <message>
        <source>Set it.</source>
        <translation>Définissez-la.</translation>
    </message>
    <message>
        <source>environment in the Compose file, .env, or -e of docker run</source>
        <translation>environment dans le fichier Compose, .env, ou -e de docker run</translation>
    </message>
    <message>
        <source>The start script reads the environment variable {variable}, and the container has none of this name.</source>
        <translation>Le script de démarrage lit la variable d’environnement {variable}, et le conteneur n’en a aucune de ce nom.</translation>
    </message>
    <message>
        <source>The program wants the environment variable {variable}, and the container has none of this name, or an empty one.</source>
        <translation>Le programme a besoin de la variable d’environnement {variable}, et le conteneur n’en a aucune de ce nom, ou elle est vide.</translation>
    </message>
    <message>
        <source>A disk is full</source>
        <translation>Un disque est plein</translation>
    </message>
    <message>
        <source>It wanted to write and found no space left: on the engine&apos;s disk, in a volume, or in a tmpfs of limited size.</source>
        <translation>Il voulait écrire et n’a plus trouvé de place&#xa0;: sur le disque du moteur, dans un volume, ou dans un tmpfs de taille limitée.</translation>
    </message>
    <message>
        <source>Remove images, containers and volumes that are not used, or give the tmpfs more room.</source>
        <translation>Supprimez des images, des conteneurs et des volumes inutilisés, ou donnez plus de place au tmpfs.</translation>
    </message>
    <message>
        <source>The engine&apos;s disk, or tmpfs in the Compose file</source>
        <translation>Le disque du moteur, ou tmpfs dans le fichier Compose</translation>
    </message>
    <message>
        <source>The program found no memory left</source>
        <translation>Le programme n’a plus trouvé de mémoire</translation>
    </message>
    <message>
        <source>It asked for more memory than it was given, and ended by itself: the engine did not kill it.</source>
        <translation>Il a demandé plus de mémoire qu’il n’en a reçu, et s’est terminé de lui-même&#xa0;: le moteur ne l’a pas tué.</translation>
    </message>
    <message>
        <source>Raise the limit that the program runs with, or let it use less.</source>
        <translation>Relevez la limite avec laquelle le programme s’exécute, ou faites en sorte qu’il en utilise moins.</translation>
    </message>
    <message>
        <source>The limit of the program (ulimit, -Xmx, --max-old-space-size), or mem_limit in the Compose file</source>
        <translation>La limite du programme (ulimit, -Xmx, --max-old-space-size), ou mem_limit dans le fichier Compose</translation>
    </message>
    <message>
        <source>Python found no module “{module}”</source>
        <translation>Python n’a pas trouvé de module «&#xa0;{module}&#xa0;»</translation>
    </message>
    <message>
        <source>The program imports “{module}”, which is not installed in the image.</source>
        <translation>Le programme importe «&#xa0;{module}&#xa0;», qui n’est pas installé dans l’image.</translation>
    </message>
    <message>
        <source>Install it in the image, or correct the name. Then build and start.</source>
        <translation>Installez-le dans l’image, ou corrigez le nom. Ensuite, construisez et démarrez.</translation>
    </message>
    <message>
        <source>requirements.txt or RUN pip install in the Dockerfile</source>
        <translation>requirements.txt, ou RUN pip install dans le Dockerfile</translation>
    </message>
    <message>
        <source>The program is not made for this machine</source>
        <translation>Le programme n’est pas fait pour cette machine</translation>
    </message>
    <message>
        <source>The system does not know how to run it: it is made for another processor, or is a script without its first line (#!/bin/sh).</source>
        <translation>Le système ne sait pas l’exécuter&#xa0;: il est fait pour un autre processeur, ou c’est un script sans sa première ligne (#!/bin/sh).</translation>
    </message>
    <message>
        <source>Take the image for this processor, or write the first line into the script.</source>
        <translation>Prenez l’image pour ce processeur, ou ajoutez la première ligne au script.</translation>
    </message>
    <message>
        <source>platform in the Compose file or FROM --platform in the Dockerfile, or the script</source>
        <translation>platform dans le fichier Compose ou FROM --platform dans le Dockerfile, ou le script</translation>
    </message>
    <message>
        <source>{program} cannot be run</source>
        <translation>{program} ne peut pas être exécuté</translation>
    </message>
    <message>
        <source>The file is there, but not what should run it: the program in its first line is missing in the image, or that line ends as on Windows (CRLF), or a library&apos;s loader is missing.</source>
        <translation>Le fichier existe, mais pas ce qui doit l’exécuter&#xa0;: le programme de sa première ligne manque dans l’image, ou cette ligne se termine comme sous Windows (CRLF), ou le chargeur d’une bibliothèque manque.</translation>
    </message>
    <message>
        <source>Correct the first line, save the file with Unix line ends, or take an image that has the interpreter.</source>
        <translation>Corrigez la première ligne, enregistrez le fichier avec des fins de ligne Unix, ou prenez une image qui contient l’interpréteur.</translation>
    </message>
    <message>
        <source>The script {program}, or FROM in the Dockerfile</source>
        <translation>Le script {program}, ou FROM dans le Dockerfile</translation>
    </message>
    <message>
        <source>It may not use {path}</source>
        <translation>Il n’a pas le droit d’utiliser {path}</translation>
    </message>
    <message>
        <source>The container runs as {user}, who has no right to what it wanted to do with {path}.</source>
        <translation>Le conteneur s’exécute en tant que {user}, qui n’a pas le droit de faire ce qu’il voulait avec {path}.</translation>
    </message>
    <message>
        <source>Give that user the file or folder (chown, chmod), or run the container as another user.</source>
        <translation>Donnez le fichier ou le dossier à cet utilisateur (chown, chmod), ou exécutez le conteneur en tant qu’un autre utilisateur.</translation>
    </message>
    <message>
        <source>USER or RUN chown in the Dockerfile, user in the Compose file, or the folder that is mounted</source>
        <translation>USER ou RUN chown dans le Dockerfile, user dans le fichier Compose, ou le dossier monté</translation>
    </message>
    <message>
        <source>There is no file {path}</source>
        <translation>Il n’y a pas de fichier {path}</translation>
    </message>
    <message>
        <source>The program wants {path}, and the container has no such file.</source>
        <translation>Le programme a besoin de {path}, et le conteneur ne contient pas ce fichier.</translation>
    </message>
    <message>
        <source>Copy the file into the image or mount it, or correct the path.</source>
        <translation>Copiez le fichier dans l’image ou montez-le, ou corrigez le chemin.</translation>
    </message>
    <message>
        <source>COPY in the Dockerfile, volumes or command in the Compose file</source>
        <translation>COPY dans le Dockerfile, volumes ou command dans le fichier Compose</translation>
    </message>
    <message>
        <source>There is no program “{program}”</source>
        <translation>Il n’y a pas de programme «&#xa0;{program}&#xa0;»</translation>
    </message>
    <message>
        <source>A shell of the container was to run “{program}”, and the image has no program of this name.</source>
        <translation>Un shell du conteneur devait exécuter «&#xa0;{program}&#xa0;», et l’image n’a pas de programme de ce nom.</translation>
    </message>
    <message>
        <source>RUN in the Dockerfile, or the script</source>
        <translation>RUN dans le Dockerfile, ou le script</translation>
    </message>
    <message>
        <source>Python does not understand {file}, line {line}</source>
        <translation>Python ne comprend pas {file}, ligne {line}</translation>
    </message>
    <message>
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message>
        <source>Correct the line, or the one before it. Then build and start.</source>
        <translation>Corrigez cette ligne, ou la précédente. Ensuite, construisez et démarrez.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, ligne {line}</translation>
    </message>
    <message>
        <source>The program failed at {file}, line {line}</source>
        <translation>Le programme a échoué à {file}, ligne {line}</translation>
    </message>
    <message>
        <source>Correct what the last line of the traceback says. Then build and start.</source>
        <translation>Corrigez ce qu’indique la dernière ligne du traceback. Ensuite, construisez et démarrez.</translation>
    </message>
    <message>
        <source>The Python program failed</source>
        <translation>Le programme Python a échoué</translation>
    </message>
    <message>
        <source>Correct what the last line of the traceback says.</source>
        <translation>Corrigez ce qu’indique la dernière ligne du traceback.</translation>
    </message>
    <message>
        <source>The program, or what it was given</source>
        <translation>Le programme, ou ce qui lui a été donné</translation>
    </message>
    <message>
        <source>Its health check takes too long</source>
        <translation>Son contrôle de santé prend trop de temps</translation>
    </message>
    <message>
        <source>The check did not end within {time}, {streak} times in a row. The program runs, but answers slowly or not at all.</source>
        <translation>Le contrôle ne s’est pas terminé en {time}, {streak} fois de suite. Le programme est en marche, mais répond lentement ou pas du tout.</translation>
    </message>
    <message>
        <source>Find out what the program waits for, or give the check more time.</source>
        <translation>Cherchez ce que le programme attend, ou donnez plus de temps au contrôle.</translation>
    </message>
    <message>
        <source>healthcheck: timeout in the Compose file, or HEALTHCHECK --timeout in the Dockerfile</source>
        <translation>healthcheck: timeout dans le fichier Compose, ou HEALTHCHECK --timeout dans le Dockerfile</translation>
    </message>
    <message>
        <source>Its health check is refused</source>
        <translation>Son contrôle de santé est refusé</translation>
    </message>
    <message>
        <source>The program runs, but nothing listens where the check asks, {streak} times in a row.</source>
        <translation>Le programme est en marche, mais rien n’écoute là où le contrôle s’adresse, {streak} fois de suite.</translation>
    </message>
    <message>
        <source>Compare the port and address of the check with what the program listens at; it may need longer to start.</source>
        <translation>Comparez le port et l’adresse du contrôle avec ceux sur lesquels le programme écoute&#xa0;; il lui faut peut-être plus de temps pour démarrer.</translation>
    </message>
    <message>
        <source>healthcheck in the Compose file (test, start_period), or HEALTHCHECK in the Dockerfile</source>
        <translation>healthcheck dans le fichier Compose (test, start_period), ou HEALTHCHECK dans le Dockerfile</translation>
    </message>
    <message>
        <source>Its health check is answered with {status}</source>
        <translation>Son contrôle de santé reçoit la réponse {status}</translation>
    </message>
    <message>
        <source>The program listens and answers the check, but with the error {status}, {streak} times in a row.</source>
        <translation>Le programme écoute et répond au contrôle, mais avec l’erreur {status}, {streak} fois de suite.</translation>
    </message>
    <message>
        <source>Compare the check&apos;s path with those that the program serves; its log says what went wrong.</source>
        <translation>Comparez le chemin du contrôle avec ceux que le programme sert&#xa0;; son journal dit ce qui n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>healthcheck: test in the Compose file, HEALTHCHECK in the Dockerfile, or the program</source>
        <translation>healthcheck: test dans le fichier Compose, HEALTHCHECK dans le Dockerfile, ou le programme</translation>
    </message>
    <message>
        <source>{program} is a folder</source>
        <translation>{program} est un dossier</translation>
    </message>
    <message>
        <source>The container&apos;s command begins with {program}, which is a folder of the image: only a program can be run.</source>
        <translation>La commande du conteneur commence par {program}, qui est un dossier de l’image&#xa0;: seul un programme peut être lancé.</translation>
    </message>
    <message>
        <source>Name the program in it, or leave the command out: then the image&apos;s own is run.</source>
        <translation>Nommez le programme qui s’y trouve, ou omettez la commande&#xa0;: celle de l’image est alors lancée.</translation>
    </message>
    <message>
        <source>The container&apos;s command begins with {program}, which is there, but is a folder or not marked as a program.</source>
        <translation>La commande du conteneur commence par {program}, qui existe, mais est un dossier ou n’est pas marqué comme programme.</translation>
    </message>
    <message>
        <source>Name a program if it is a folder; else mark it as executable: chmod +x, before it is copied or mounted.</source>
        <translation>Si c’est un dossier, nommez un programme&#xa0;; sinon, rendez-le exécutable avec chmod +x, avant de le copier ou de le monter.</translation>
    </message>
</context>
<context>
    <name>Gantry::CheckPanel</name>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Address to check</source>
        <translation>Adresse à vérifier</translation>
    </message>
    <message>
        <source>Path to check</source>
        <translation>Chemin à vérifier</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Corps de la réponse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Annuler la vérification</translation>
    </message>
    <message>
        <source>Calling %1…</source>
        <translation>Appel de %1…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>&quot;200 OK, 12 ms&quot;</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>points to %1, which was not followed</source>
        <translation>renvoie à %1, qui n’a pas été suivi</translation>
    </message>
    <message>
        <source>the first 64 KB</source>
        <translation>les 64 premiers Ko</translation>
    </message>
    <message>
        <source>no body</source>
        <translation>pas de corps</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>Vérifier %1</translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupForecast</name>
    <message>
        <source>at least %1</source>
        <comment>a size</comment>
        <translation>au moins %1</translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupModel</name>
    <message>
        <source>Stopped containers</source>
        <translation>Conteneurs arrêtés</translation>
    </message>
    <message>
        <source>Dangling images</source>
        <translation>Images orphelines</translation>
    </message>
    <message>
        <source>Unused images</source>
        <translation>Images inutilisées</translation>
    </message>
    <message>
        <source>Build cache</source>
        <translation>Cache de construction</translation>
    </message>
    <message>
        <source>Unused anonymous volumes</source>
        <translation>Volumes anonymes inutilisés</translation>
    </message>
    <message>
        <source>Unused named volumes</source>
        <translation>Volumes nommés inutilisés</translation>
    </message>
    <message>
        <source>Unused networks</source>
        <translation>Réseaux inutilisés</translation>
    </message>
    <message>
        <source>what was written into them is lost</source>
        <translation>ce qui y a été écrit est perdu</translation>
    </message>
    <message>
        <source>left over from builds; no name, no container</source>
        <translation>restes de constructions&#xa0;; ni nom ni conteneur</translation>
    </message>
    <message>
        <source>must be pulled or built again</source>
        <translation>à récupérer ou à reconstruire</translation>
    </message>
    <message>
        <source>the next build takes longer</source>
        <translation>la prochaine construction sera plus longue</translation>
    </message>
    <message>
        <source>the data in them is lost</source>
        <translation>leurs données sont perdues</translation>
    </message>
    <message>
        <source>up makes them again</source>
        <translation>up les recrée</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a kind of things, and how many of them</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%L1 bytes</source>
        <translation>%L1 octets</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Frees</source>
        <translation>Libère</translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupPage</name>
    <message>
        <source>Clean up</source>
        <translation>Nettoyer</translation>
    </message>
    <message>
        <source>Measure what can be freed</source>
        <translation>Mesurer ce qui peut être libéré</translation>
    </message>
    <message>
        <source>Ask the engine again what everything takes</source>
        <translation>Redemander au moteur la place que tout occupe</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Mesurer de nouveau</translation>
    </message>
    <message>
        <source>Clean up what is chosen…</source>
        <translation>Nettoyer ce qui est choisi…</translation>
    </message>
    <message>
        <source>Remove what is ticked; asks once</source>
        <translation>Supprimer ce qui est coché&#xa0;; demande une fois</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Plus vieux que</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>tout âge</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 semaine</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>name or name=value</source>
        <translation>nom ou nom=valeur</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) removed.</source>
        <translation>
            <numerusform>%n objet supprimé.</numerusform>
            <numerusform>%n objets supprimés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) left alone: used again or gone meanwhile.</source>
        <translation>
            <numerusform>%n objet laissé tel quel&#xa0;: réutilisé ou disparu entre-temps.</numerusform>
            <numerusform>%n objets laissés tels quels&#xa0;: réutilisés ou disparus entre-temps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be removed; Operations says why.</source>
        <translation>
            <numerusform>%n objet n’a pas pu être supprimé&#xa0;; Opérations dit pourquoi.</numerusform>
            <numerusform>%n objets n’ont pas pu être supprimés&#xa0;; Opérations dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed %1.</source>
        <comment>a size</comment>
        <translation>%1 libérés.</translation>
    </message>
    <message>
        <source>The engine measures what everything takes.</source>
        <translation>Le moteur mesure la place que tout occupe.</translation>
    </message>
    <message>
        <source>Large volumes take their time. Nothing else waits for it.</source>
        <translation>Les grands volumes prennent du temps. Rien d’autre n’attend.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>The engine is measuring.</source>
        <translation>Le moteur mesure.</translation>
    </message>
    <message>
        <source>A clean-up is running.</source>
        <translation>Un nettoyage est en cours.</translation>
    </message>
    <message>
        <source>Choose something on the page %1 first.</source>
        <translation>Choisissez d’abord quelque chose sur la page %1.</translation>
    </message>
    <message>
        <source>nothing to free, measured %1</source>
        <comment>a time ago</comment>
        <translation>rien à libérer, mesuré %1</translation>
    </message>
    <message>
        <source>%1 can be freed, measured %2</source>
        <comment>a size; a time ago</comment>
        <translation>%1 à libérer, mesuré %2</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>mesure en cours…</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Rien n’est choisi.</translation>
    </message>
    <message>
        <source>%1: frees %2</source>
        <comment>3 containers, 2 images; a size</comment>
        <translation>%1&#xa0;: libère %2</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>Conteneur %1</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>Build cache: %1</source>
        <comment>what a step did</comment>
        <translation>Cache de construction&#xa0;: %1</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>Réseau %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a thing and its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What was written into the containers and not into a volume is lost.</source>
        <translation>Ce qui a été écrit dans les conteneurs et non dans un volume est perdu.</translation>
    </message>
    <message>
        <source>Images must be pulled or built again before a container can be made from them.</source>
        <translation>Il faudra récupérer ou reconstruire les images avant d’en faire des conteneurs.</translation>
    </message>
    <message>
        <source>The data in the volumes is lost and cannot be brought back.</source>
        <translation>Les données des volumes sont perdues et ne peuvent pas être retrouvées.</translation>
    </message>
    <message>
        <source>The next build takes longer.</source>
        <translation>La prochaine construction sera plus longue.</translation>
    </message>
    <message numerus="yes">
        <source>%n stopped container(s)</source>
        <translation>
            <numerusform>%n conteneur arrêté</numerusform>
            <numerusform>%n conteneurs arrêtés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dangling image(s)</source>
        <translation>
            <numerusform>%n image orpheline</numerusform>
            <numerusform>%n images orphelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused image(s)</source>
        <translation>
            <numerusform>%n image inutilisée</numerusform>
            <numerusform>%n images inutilisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous volume(s)</source>
        <translation>
            <numerusform>%n volume anonyme</numerusform>
            <numerusform>%n volumes anonymes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n named volume(s)</source>
        <translation>
            <numerusform>%n volume nommé</numerusform>
            <numerusform>%n volumes nommés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n réseau</numerusform>
            <numerusform>%n réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>the build cache</source>
        <translation>le cache de construction</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <comment>3 containers, 2 images…</comment>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>This frees %1.</source>
        <comment>a size, or &quot;at least&quot; a size</comment>
        <translation>Cela libère %1.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>3 containers</comment>
        <translation>Supprimer %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n object(s)</source>
        <translation>
            <numerusform>Supprimer %n objet</numerusform>
            <numerusform>Supprimer %n objets</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: the rest stays.</source>
        <translation>Annulé : le reste est conservé.</translation>
    </message>
    <message>
        <source>Freed at least %1.</source>
        <comment>a size</comment>
        <translation>Au moins %1 libérés.</translation>
    </message>
    <message>
        <source>What the build cache has of the images goes with them.</source>
        <translation>Ce que le cache de construction contient de ces images disparaît avec elles.</translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupRun</name>
    <message numerus="yes">
        <source>%n object(s) left alone: used again or gone meanwhile.</source>
        <translation>
            <numerusform>%n objet laissé tel quel&#xa0;: réutilisé ou disparu entre-temps.</numerusform>
            <numerusform>%n objets laissés tels quels&#xa0;: réutilisés ou disparus entre-temps.</numerusform>
        </translation>
    </message>
    <message>
        <source>Freed %1.</source>
        <comment>a size</comment>
        <translation>%1 libérés.</translation>
    </message>
    <message>
        <source>No longer waiting; the engine may still finish it.</source>
        <translation>N’attend plus&#xa0;; le moteur peut encore le terminer.</translation>
    </message>
    <message>
        <source>Remove stopped container %1</source>
        <translation>Supprimer le conteneur arrêté %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n stopped container(s)</source>
        <translation>
            <numerusform>Supprimer %n conteneur arrêté</numerusform>
            <numerusform>Supprimer %n conteneurs arrêtés</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove unused image %1</source>
        <translation>Supprimer l’image inutilisée %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused image(s)</source>
        <translation>
            <numerusform>Supprimer %n image inutilisée</numerusform>
            <numerusform>Supprimer %n images inutilisées</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove unused volume %1</source>
        <translation>Supprimer le volume inutilisé %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused volume(s)</source>
        <translation>
            <numerusform>Supprimer %n volume inutilisé</numerusform>
            <numerusform>Supprimer %n volumes inutilisés</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove unused network %1</source>
        <translation>Supprimer le réseau inutilisé %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n unused network(s)</source>
        <translation>
            <numerusform>Supprimer %n réseau inutilisé</numerusform>
            <numerusform>Supprimer %n réseaux inutilisés</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the build cache</source>
        <translation>Vider le cache de construction</translation>
    </message>
</context>
<context>
    <name>Gantry::CleanupTree</name>
    <message>
        <source>Clean-up</source>
        <translation>Nettoyage</translation>
    </message>
</context>
<context>
    <name>Gantry::CommandLine</name>
    <message>
        <source>--host needs an address.</source>
        <translation>--host nécessite une adresse.</translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation>Option inconnue&#xa0;: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of an engine. Use unix:///path/to/docker.sock or tcp://host:port.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’adresse d’un moteur. Utilisez unix:///chemin/vers/docker.sock ou tcp://hôte:port.</translation>
    </message>
    <message>
        <source>There is no display: start Gantry from a desktop session.</source>
        <translation>Il n’y a pas d’affichage&#xa0;: démarrez Gantry depuis une session graphique.</translation>
    </message>
    <message>
        <source>Usage: gantry [--host ADDRESS] [FILE|FOLDER]...

Containers, Compose projects and their databases in one window.

  FILE|FOLDER      Compose file, or folder with one, to open as a project;
                   a file whose name ends in .sql opens in a SQL console
  --host ADDRESS   engine to use, as in DOCKER_HOST: unix:///path, tcp://host:port
  --help           show this text
  --version        show the version

If Gantry is already open, its window comes to the front and takes the arguments.
</source>
        <translation>Utilisation&#xa0;: gantry [--host ADRESSE] [FICHIER|DOSSIER]...

Les conteneurs, les projets Compose et leurs bases de données dans une seule fenêtre.

  FICHIER|DOSSIER  fichier Compose, ou dossier qui en contient un, à ouvrir comme projet&#xa0;;
                   un fichier dont le nom finit par .sql s’ouvre dans une console SQL
  --host ADRESSE   moteur à utiliser, comme dans DOCKER_HOST&#xa0;: unix:///chemin, tcp://hôte:port
  --help           afficher ce texte
  --version        afficher la version

Si Gantry est déjà ouvert, sa fenêtre passe au premier plan et reçoit les arguments.
</translation>
    </message>
    <message>
        <source>The display does not answer: start Gantry from a desktop session, as the user it belongs to.</source>
        <translation>L’affichage ne répond pas&#xa0;: lancez Gantry depuis une session de bureau, en tant que l’utilisateur à qui elle appartient.</translation>
    </message>
</context>
<context>
    <name>Gantry::CommandPalette</name>
    <message>
        <source>Go to or run anything</source>
        <translation>Aller à un élément ou lancer une action</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Correspondances</translation>
    </message>
</context>
<context>
    <name>Gantry::CommandPreview</name>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Without the values of secrets: a shell passes its own.</source>
        <translation>Sans les valeurs des secrets&#xa0;: un shell transmet les siennes.</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeFile</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 n’existe pas.</translation>
    </message>
    <message>
        <source>There is no Compose file in %1. Its name would be %2.</source>
        <translation>Il n’y a pas de fichier Compose dans %1. Il devrait s’appeler %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: permission denied.</source>
        <translation>%1 ne peut pas être lu&#xa0;: permission refusée.</translation>
    </message>
    <message>
        <source>Compose can make no project name of the folder %1. Give the file a top-level name.</source>
        <translation>Compose ne peut pas tirer de nom de projet du dossier %1. Ajoutez un élément name à la racine du fichier.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 dépasse 4 Mio.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 n’est pas un fichier.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>%1 was not found on this machine.</source>
        <translation>%1 est introuvable sur cette machine.</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeFileList</name>
    <message>
        <source>Compose files found in your home folder</source>
        <translation>Fichiers Compose trouvés dans votre dossier personnel</translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>&quot;yesterday&quot;, &quot;3 weeks ago&quot;, &quot;in March&quot;</comment>
        <translation>modifié %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>&quot;2 services&quot; and &quot;changed yesterday&quot;</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeJob</name>
    <message>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>%1 failed: %2 ended with code %3.</source>
        <translation>%1&#xa0;: échec. %2 s’est terminé avec le code %3.</translation>
    </message>
    <message>
        <source>%1 failed: %2 did not run to its end.</source>
        <translation>%1&#xa0;: échec. %2 n’est pas allé jusqu’au bout.</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeModel</name>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 dépasse 4 Mio.</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeOutput</name>
    <message>
        <source>Creating %1</source>
        <translation>Création de %1</translation>
    </message>
    <message>
        <source>Recreating %1</source>
        <translation>Recréation de %1</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>Démarrage de %1</translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation>Redémarrage de %1</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Attente de %1</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>Arrêt de %1</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>Suppression de %1</translation>
    </message>
    <message>
        <source>Killing %1</source>
        <translation>Arrêt forcé de %1</translation>
    </message>
    <message>
        <source>Pulling %1</source>
        <translation>Téléchargement de %1</translation>
    </message>
    <message>
        <source>Building %1</source>
        <translation>Construction de %1</translation>
    </message>
    <message>
        <source>Building: %1</source>
        <translation>Construction&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct the file and try again.</source>
        <translation>Rien n’a été modifié. Corrigez le fichier et réessayez.</translation>
    </message>
    <message>
        <source>The log of that container tells why it failed.</source>
        <translation>Le journal de ce conteneur indique la cause de l’échec.</translation>
    </message>
    <message>
        <source>The engine does not answer: is it running?</source>
        <translation>Le moteur ne répond pas&#xa0;: est-il en marche&#xa0;?</translation>
    </message>
    <message>
        <source>Something else removed the container meanwhile. Try again.</source>
        <translation>Entre-temps, le conteneur a été supprimé par ailleurs. Réessayez.</translation>
    </message>
</context>
<context>
    <name>Gantry::ComposeRun</name>
    <message>
        <source>%1 was not found on this machine.</source>
        <translation>%1 est introuvable sur cette machine.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectNetworkDialog</name>
    <message>
        <source>Connect a container</source>
        <translation>Connecter un conteneur</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Conteneur</translation>
    </message>
    <message>
        <source>Container that joins %1:</source>
        <translation>Conteneur qui rejoint %1&#xa0;:</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Further names by which the others reach it there:</source>
        <translation>Autres noms par lesquels les autres l’y atteignent&#xa0;:</translation>
    </message>
    <message>
        <source>Every container is in this network already.</source>
        <translation>Tous les conteneurs sont déjà dans ce réseau.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectProbe</name>
    <message>
        <source>The connection cannot be tried. %1</source>
        <translation>La connexion ne peut pas être tentée. %1</translation>
    </message>
    <message>
        <source>The server asks for the password of “%1”.</source>
        <translation>Le serveur demande le mot de passe de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The server refused the password of “%1”. It says: %2</source>
        <translation>Le serveur a refusé le mot de passe de «&#xa0;%1&#xa0;». Il indique&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server does not let “%1” in. It says: %2</source>
        <translation>Le serveur n’autorise pas l’accès à «&#xa0;%1&#xa0;». Il indique&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is no database “%1” to open. The server says: %2</source>
        <translation>Il n’y a pas de base de données «&#xa0;%1&#xa0;» à ouvrir. Le serveur indique&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server refused the connection. It says: %1</source>
        <translation>Le serveur a refusé la connexion. Il indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>The server has no room for another connection. Close one and try again. It says: %1</source>
        <translation>Le serveur n’a plus de place pour une autre connexion. Fermez-en une et réessayez. Il indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>The server is still not ready. Try again later. It says: %1</source>
        <translation>Le serveur n’est toujours pas prêt. Réessayez plus tard. Il indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Is the server running? %2</source>
        <translation>Rien n’écoute à l’adresse %1. Le serveur est-il en marche&#xa0;? %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached. %2</source>
        <translation>%1 est injoignable. %2</translation>
    </message>
    <message>
        <source>The connection was given up.</source>
        <translation>La connexion a été abandonnée.</translation>
    </message>
    <message>
        <source>The connection to %1 failed. %2</source>
        <translation>La connexion à %1 a échoué. %2</translation>
    </message>
    <message numerus="yes">
        <source>There was no answer within %n second(s).</source>
        <translation>
            <numerusform>Aucune réponse au bout de %n seconde.</numerusform>
            <numerusform>Aucune réponse au bout de %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is not ready yet and is asked again. It says: %1</source>
        <translation>Le serveur n’est pas encore prêt et sera de nouveau interrogé. Il indique&#xa0;: %1</translation>
    </message>
    <message>
        <source>The server lets in encrypted connections only, and this way to it is not encrypted. Publish the port of its container, or let its pg_hba.conf allow this way. It says: %1</source>
        <translation>Le serveur n’admet que des connexions chiffrées, et ce chemin ne l’est pas. Publiez le port de son conteneur, ou autorisez ce chemin dans son pg_hba.conf. Il répond&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectionModel</name>
    <message>
        <source>This machine</source>
        <translation>Cette machine</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Aucun réseau</translation>
    </message>
    <message>
        <source>Port %1 is not published</source>
        <translation>Le port %1 n’est pas publié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the URL with its password</source>
        <translation>Copier l’URL avec son mot de passe</translation>
    </message>
    <message>
        <source>Programs of this machine do not reach it. Gantry&apos;s SQL console needs no published port.</source>
        <translation>Les programmes de cette machine ne le joignent pas. La console SQL de Gantry n’a besoin d’aucun port publié.</translation>
    </message>
    <message>
        <source>The container&apos;s own address: it changes when the container is made anew.</source>
        <translation>L’adresse propre du conteneur&#xa0;: elle change quand le conteneur est recréé.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Reached from</source>
        <translation>Joint depuis</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectionParameters</name>
    <message>
        <source>No host is given.</source>
        <translation>Aucun hôte n’est indiqué.</translation>
    </message>
    <message>
        <source>No user is given.</source>
        <translation>Aucun utilisateur n’est indiqué.</translation>
    </message>
    <message>
        <source>Port 0 cannot be connected to.</source>
        <translation>Il est impossible de se connecter au port 0.</translation>
    </message>
    <message>
        <source>“%1” cannot be used as a host: a comma would make it a list of hosts.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas servir d’hôte&#xa0;: une virgule en ferait une liste d’hôtes.</translation>
    </message>
    <message>
        <source>A connection parameter contains the character 0, which PostgreSQL cannot take.</source>
        <translation>Un paramètre de connexion contient le caractère 0, que PostgreSQL n’accepte pas.</translation>
    </message>
    <message>
        <source>“%1” is not an SSL mode of PostgreSQL.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un mode SSL de PostgreSQL.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a setting.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas le nom d’un paramètre.</translation>
    </message>
    <message>
        <source>The value of the setting “%1” contains a character that cannot be sent.</source>
        <translation>La valeur du paramètre «&#xa0;%1&#xa0;» contient un caractère qui ne peut pas être envoyé.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectionsReader</name>
    <message>
        <source>The engine is not connected. This is what was known last.</source>
        <translation>Le moteur n’est pas connecté. Voici ce qui était connu en dernier.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConnectionsView</name>
    <message>
        <source>Show passwords</source>
        <translation>Afficher les mots de passe</translation>
    </message>
    <message>
        <source>Addresses are known when the project has containers. Up makes them.</source>
        <translation>Les adresses sont connues quand le projet a des conteneurs. Up les crée.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>From service</source>
        <translation>Depuis le service</translation>
    </message>
    <message>
        <source>To address</source>
        <translation>Vers l’adresse</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Followed by a service, then by &quot;reach&quot; and an address: Can [api] reach [db:5432]?</extracomment>
        <translation>Est-ce que</translation>
    </message>
    <message>
        <source>reach</source>
        <extracomment>Between a service and an address: Can [api] reach [db:5432]?</extracomment>
        <translation>joint</translation>
    </message>
    <message>
        <source>No service of the project runs.</source>
        <translation>Aucun service du projet n’est en cours d’exécution.</translation>
    </message>
    <message>
        <source>No service of the project has a port.</source>
        <translation>Aucun service du projet n’a de port.</translation>
    </message>
    <message>
        <source>Tries it from inside the container.</source>
        <translation>L’essaie depuis l’intérieur du conteneur.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Copier l’URL</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the try</source>
        <translation>Annuler l’essai</translation>
    </message>
</context>
<context>
    <name>Gantry::Console</name>
    <message>
        <source>Queries</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>%1 runs the statement at the cursor</source>
        <translation>%1 exécute l’instruction sous le curseur</translation>
    </message>
    <message>
        <source>Close query</source>
        <translation>Fermer la requête</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>database, project / service</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Requête %1</translation>
    </message>
    <message>
        <source>The running statement is cancelled.</source>
        <translation>L’instruction en cours est annulée.</translation>
    </message>
    <message>
        <source>The open transaction is rolled back.</source>
        <translation>La transaction ouverte est annulée.</translation>
    </message>
    <message>
        <source>The text of its queries is lost; what was run stays in the history.</source>
        <translation>Le texte de ses requêtes est perdu&#xa0;; ce qui a été exécuté reste dans l’historique.</translation>
    </message>
    <message>
        <source>it has more than 64 MB</source>
        <translation>il dépasse 64 Mo</translation>
    </message>
    <message>
        <source>There is no statement to run here.</source>
        <translation>Il n’y a pas d’instruction à exécuter ici.</translation>
    </message>
    <message>
        <source>Open SQL file</source>
        <translation>Ouvrir un fichier SQL</translation>
    </message>
    <message>
        <source>SQL files (*.sql);;All files (*)</source>
        <translation>Fichiers SQL (*.sql);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 cannot be opened: “%2”.</source>
        <translation>%1 ne peut pas être ouvert&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Save query</source>
        <translation>Enregistrer la requête</translation>
    </message>
    <message>
        <source>The query cannot be saved to %1: “%2”.</source>
        <translation>La requête ne peut pas être enregistrée dans %1&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Close “%1”?</source>
        <translation>Fermer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Its text is lost; what was run stays in the history.</source>
        <translation>Son texte est perdu&#xa0;; ce qui a été exécuté reste dans l’historique.</translation>
    </message>
    <message>
        <source>What was changed since it was saved is lost.</source>
        <translation>Les modifications faites depuis l’enregistrement sont perdues.</translation>
    </message>
    <message>
        <source>Export result</source>
        <translation>Exporter le résultat</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>Fichiers CSV (*.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export result to %1</source>
        <translation>Exporter le résultat vers %1</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows</source>
        <translation>%L1 lignes sur %L2</translation>
    </message>
    <message>
        <source>%L1 rows written to %2
</source>
        <translation>%L1 lignes écrites dans %2
</translation>
    </message>
    <message>
        <source>it is not UTF-8 text; convert it first, for instance with iconv</source>
        <translation>ce n’est pas du texte UTF-8&#xa0;; convertissez-le d’abord, par exemple avec iconv</translation>
    </message>
    <message>
        <source>Nothing was run: when the connection was lost a statement was running, of which nobody knows whether it took effect. Reconnect first.</source>
        <translation>Rien n’a été exécuté&#xa0;: à la perte de la connexion, une instruction était en cours, dont personne ne sait si elle a pris effet. Reconnectez-vous d’abord.</translation>
    </message>
    <message>
        <source>Nothing was run: the open transaction was lost with the connection. Reconnect first.</source>
        <translation>Rien n’a été exécuté&#xa0;: la transaction ouverte a été perdue avec la connexion. Reconnectez-vous d’abord.</translation>
    </message>
    <message>
        <source>Nothing was run: a password in it is ***, as the history shows passwords. Type the password in its place first.</source>
        <translation>Rien n’a été exécuté&#xa0;: un mot de passe y vaut ***, comme l’historique montre les mots de passe. Saisissez d’abord le mot de passe à sa place.</translation>
    </message>
    <message>
        <source>Connected again, in a new session: settings, temporary tables and prepared statements of the session before are gone.</source>
        <translation>Reconnecté, dans une nouvelle session&#xa0;: les réglages, tables temporaires et instructions préparées de la session précédente ont disparu.</translation>
    </message>
    <message>
        <source>Change login</source>
        <translation>Changer d’identifiants</translation>
    </message>
    <message>
        <source>The login works. Close the connection of %1 and use it instead?</source>
        <translation>L’identification fonctionne. Fermer la connexion de %1 et l’utiliser à sa place&#xa0;?</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was read here. Overwrite it?</source>
        <translation>%1 a été modifié par un autre programme depuis sa lecture ici. L’écraser&#xa0;?</translation>
    </message>
    <message>
        <source>Overwrite loses the changes of the other program. Reload shows them here in place of the text in the editor, which Undo brings back.</source>
        <translation>Écraser perd les modifications de l’autre programme. Recharger les affiche ici à la place du texte de l’éditeur, que Ctrl+Z rétablit.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Écraser</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>The connection was closed: the open transaction was rolled back.</source>
        <translation>La connexion a été fermée&#xa0;: la transaction ouverte a été annulée.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Close the connection of %1 and make it anew?</source>
        <translation>Fermer la connexion de %1 et en établir une nouvelle&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing was run: there is no connection.</source>
        <translation>Rien n’a été exécuté&#xa0;: il n’y a pas de connexion.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>Nothing was run: %1</source>
        <comment>why, and what to do</comment>
        <translation>Rien n’a été exécuté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing was run: another statement was to run when there is a connection.</source>
        <translation>Rien n’a été exécuté&#xa0;: une autre instruction devait l’être dès la connexion.</translation>
    </message>
    <message>
        <source>The statement waits for the connection that is being made. Cancel drops it.</source>
        <translation>L’instruction attend la connexion en cours d’établissement. Annuler l’abandonne.</translation>
    </message>
    <message>
        <source>Nothing was run: the container was replaced by another. Run again.</source>
        <translation>Rien n’a été exécuté&#xa0;: le conteneur a été remplacé par un autre. Exécutez de nouveau.</translation>
    </message>
    <message>
        <source>Nothing was run: “%1” is running in this console. Cancel it, or wait until it has ended.</source>
        <translation>Rien n’a été exécuté&#xa0;: «&#xa0;%1&#xa0;» est en cours dans cette console. Annulez-la ou attendez qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>Nothing was run: a query that was closed is still running. Cancel it, or wait until it has ended.</source>
        <translation>Rien n’a été exécuté&#xa0;: une requête fermée est encore en cours. Annulez-la ou attendez qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>Nothing was run: it was cancelled while it waited for the connection.</source>
        <translation>Rien n’a été exécuté&#xa0;: annulation pendant l’attente de la connexion.</translation>
    </message>
    <message>
        <source>exporting to %1…</source>
        <translation>export vers %1…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1</source>
        <translation>
            <numerusform>%Ln ligne exportée vers %1</numerusform>
            <numerusform>%Ln lignes exportées vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was run: the connection was lost while the transaction was committed, and nobody knows whether it was. Reconnect first.</source>
        <translation>Rien n’a été exécuté : la connexion a été perdue pendant la validation de la transaction, et nul ne sait si elle a eu lieu. Reconnectez-vous d’abord.</translation>
    </message>
    <message>
        <source>The statement waits for the login above. Cancel drops it.</source>
        <translation>L’instruction attend l’identification ci-dessus. Annuler l’abandonne.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleActions</name>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Run the selection or the statement at the cursor</source>
        <translation>Exécuter la sélection ou l’instruction sous le curseur</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Tout exécuter</translation>
    </message>
    <message>
        <source>Run every statement of the query</source>
        <translation>Exécuter toutes les instructions de la requête</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop the running statement on the server; rows received stay</source>
        <translation>Arrêter l’instruction en cours sur le serveur&#xa0;; les lignes reçues sont conservées</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Keep the changes of the transaction</source>
        <translation>Conserver les modifications de la transaction</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Undo the changes of the transaction</source>
        <translation>Annuler les modifications de la transaction</translation>
    </message>
    <message>
        <source>Autocommit</source>
        <translation>Validation automatique</translation>
    </message>
    <message>
        <source>Keep each statement as soon as it has succeeded</source>
        <translation>Conserver chaque instruction dès qu’elle a réussi</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Validation manuelle</translation>
    </message>
    <message>
        <source>Begin a transaction by itself and keep it open until Commit</source>
        <translation>Commencer automatiquement une transaction et la garder ouverte jusqu’à «&#xa0;Valider&#xa0;»</translation>
    </message>
    <message>
        <source>New query</source>
        <translation>Nouvelle requête</translation>
    </message>
    <message>
        <source>Close query</source>
        <translation>Fermer la requête</translation>
    </message>
    <message>
        <source>Open SQL file…</source>
        <translation>Ouvrir un fichier SQL…</translation>
    </message>
    <message>
        <source>Save query</source>
        <translation>Enregistrer la requête</translation>
    </message>
    <message>
        <source>SQL history…</source>
        <translation>Historique SQL…</translation>
    </message>
    <message>
        <source>Find in query</source>
        <translation>Rechercher dans la requête</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation>Commenter ou décommenter</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>Copier les cellules</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Copier avec les en-têtes</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Show value</source>
        <translation>Afficher la valeur</translation>
    </message>
    <message>
        <source>Show the current value in full, or hide it</source>
        <translation>Afficher la valeur actuelle en entier, ou la masquer</translation>
    </message>
    <message>
        <source>Expanded display</source>
        <translation>Affichage étendu</translation>
    </message>
    <message>
        <source>Show each column in a line of its own</source>
        <translation>Afficher chaque colonne sur sa propre ligne</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Write the result to a CSV file</source>
        <translation>Écrire le résultat dans un fichier CSV</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Close the connection and make it anew</source>
        <translation>Fermer la connexion et en établir une nouvelle</translation>
    </message>
    <message>
        <source>Change login…</source>
        <translation>Changer d’identifiants…</translation>
    </message>
    <message>
        <source>Use another user, password or database</source>
        <translation>Changer d’utilisateur, de mot de passe ou de base de données</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>From the query to its result, to the objects and back</source>
        <translation>De la requête à son résultat, puis aux objets et retour</translation>
    </message>
    <message>
        <source>No SQL console is open here.</source>
        <translation>Aucune console SQL n’est ouverte ici.</translation>
    </message>
    <message>
        <source>A statement is running.</source>
        <translation>Une instruction est en cours.</translation>
    </message>
    <message>
        <source>The console is connecting.</source>
        <translation>La console est en cours de connexion.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Rien n’est en cours.</translation>
    </message>
    <message>
        <source>No transaction is open.</source>
        <translation>Aucune transaction n’est ouverte.</translation>
    </message>
    <message>
        <source>The transaction failed and can only be rolled back.</source>
        <translation>La transaction a échoué et ne peut qu’être annulée.</translation>
    </message>
    <message>
        <source>No result is shown.</source>
        <translation>Aucun résultat n’est affiché.</translation>
    </message>
    <message>
        <source>Next query</source>
        <translation>Requête suivante</translation>
    </message>
    <message>
        <source>Previous query</source>
        <translation>Requête précédente</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Show the next result of the run, or its messages</source>
        <translation>Afficher le résultat suivant de l’exécution, ou ses messages</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Show the result before, or the messages</source>
        <translation>Afficher le résultat précédent, ou les messages</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Show the messages of the run</source>
        <translation>Afficher les messages de l’exécution</translation>
    </message>
    <message>
        <source>Close console</source>
        <translation>Fermer la console</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaction</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Stop “%1” on the server; rows received stay</source>
        <translation>Arrêter «&#xa0;%1&#xa0;» sur le serveur&#xa0;; les lignes reçues restent</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleConnection</name>
    <message>
        <source>The engine is not connected. The console connects when it is back.</source>
        <translation>Le moteur n’est pas connecté. La console se connectera à son retour.</translation>
    </message>
    <message>
        <source>There is no container of %1. The console connects when there is one.</source>
        <translation>Il n’y a pas de conteneur de %1. La console se connectera dès qu’il y en aura un.</translation>
    </message>
    <message>
        <source>The container %1 is not running.</source>
        <translation>Le conteneur %1 n’est pas en marche.</translation>
    </message>
    <message>
        <source>Reading the environment of %1…</source>
        <translation>Lecture de l’environnement de %1…</translation>
    </message>
    <message>
        <source>Connecting through the %1…</source>
        <translation>Connexion par %1…</translation>
    </message>
    <message>
        <source>Another server answered at the %1: it says that its address is “%2”, which is not the container&apos;s.</source>
        <translation>Un autre serveur a répondu par %1&#xa0;: il indique que son adresse est «&#xa0;%2&#xa0;», qui n’est pas celle du conteneur.</translation>
    </message>
    <message>
        <source>There is no allowed way to the server in %1.</source>
        <translation>Il n’y a aucune voie autorisée vers le serveur dans %1.</translation>
    </message>
    <message>
        <source>The server in %1 does not answer yet. Waiting for it…</source>
        <translation>Le serveur dans %1 ne répond pas encore. En attente…</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>La connexion a été annulée.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>La connexion au serveur a été perdue.</translation>
    </message>
    <message>
        <source>The connection to the server was lost: “%1”.</source>
        <translation>La connexion au serveur a été perdue&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The container %1 is paused.</source>
        <translation>Le conteneur %1 est en pause.</translation>
    </message>
    <message>
        <source>the route to the database is gone: %1 has no %2 any more</source>
        <comment>a container, a route to it</comment>
        <translation>le chemin vers la base de données a disparu&#xa0;: %1 n’a plus de %2</translation>
    </message>
    <message>
        <source>the engine is not connected. Run it again when it is.</source>
        <translation>le moteur n’est pas connecté. Exécutez de nouveau quand il le sera.</translation>
    </message>
    <message>
        <source>there is no container of %1. Run it again when there is one.</source>
        <translation>il n’y a aucun conteneur de %1. Exécutez de nouveau quand il y en aura un.</translation>
    </message>
    <message>
        <source>the container %1 is not running. Start it, then run again.</source>
        <translation>le conteneur %1 n’est pas en marche. Démarrez-le, puis exécutez de nouveau.</translation>
    </message>
    <message>
        <source>the container %1 is paused. Unpause it, then run again.</source>
        <translation>le conteneur %1 est en pause. Reprenez-le, puis exécutez de nouveau.</translation>
    </message>
    <message>
        <source>the container %1 was removed</source>
        <translation>le conteneur %1 a été supprimé</translation>
    </message>
    <message>
        <source>the container %1 is not running any more</source>
        <translation>le conteneur %1 n’est plus en marche</translation>
    </message>
    <message>
        <source>It is the password of the container&apos;s environment, which counts only at the first start of a database: this one may have been made with another. Type that one.</source>
        <translation>C’est le mot de passe de l’environnement du conteneur, qui ne compte qu’au premier démarrage d’une base&#xa0;: celle-ci a pu être créée avec un autre. Saisissez celui-là.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleHeader</name>
    <message>
        <source>SQL console</source>
        <translation>Console SQL</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>utilisateur %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>en cours, %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>Autocommit</source>
        <translation>Validation automatique</translation>
    </message>
    <message>
        <source>Manual commit</source>
        <translation>Validation manuelle</translation>
    </message>
    <message>
        <source>Each statement is kept as soon as it has succeeded.</source>
        <translation>Chaque instruction est conservée dès qu’elle a réussi.</translation>
    </message>
    <message>
        <source>A transaction begins by itself and lasts until Commit or Roll back.</source>
        <translation>Une transaction commence automatiquement et dure jusqu’à «&#xa0;Valider&#xa0;» ou «&#xa0;Abandonner&#xa0;».</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a route to a database, and how long it takes to answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>annulation…</translation>
    </message>
    <message>
        <source>transaction failed</source>
        <translation>transaction en échec</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleNotice</name>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Change login</source>
        <translation>Changer d’identifiants</translation>
    </message>
    <message>
        <source>Cancel connecting</source>
        <translation>Annuler la connexion</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not connected. The console connects when you run something.</source>
        <translation>Non connecté. La console se connecte quand vous exécutez quelque chose.</translation>
    </message>
    <message>
        <source>The console connects when it runs.</source>
        <translation>La console se connecte dès qu’il est en marche.</translation>
    </message>
    <message>
        <source>Unpause</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Text and rows are kept.</source>
        <translation>Le texte et les lignes sont conservés.</translation>
    </message>
    <message>
        <source>The container %1 is paused.</source>
        <translation>Le conteneur %1 est en pause.</translation>
    </message>
    <message>
        <source>Statements wait until it is unpaused.</source>
        <translation>Les instructions attendent qu’il reprenne.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Trying the login…</source>
        <translation>Essai de l’identification…</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>Le conteneur est en pause.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>The container was removed.</source>
        <translation>Le conteneur a été supprimé.</translation>
    </message>
    <message>
        <source>The container is not running.</source>
        <translation>Le conteneur n’est pas en marche.</translation>
    </message>
    <message>
        <source>The transaction was being committed: look whether it was, before you repeat it. Text and rows are kept.</source>
        <translation>La transaction était en cours de validation : vérifiez si elle a eu lieu avant de la répéter. Le texte et les lignes sont conservés.</translation>
    </message>
    <message>
        <source>The open transaction is lost: the server rolls it back once it notices. Text and rows are kept.</source>
        <translation>La transaction ouverte est perdue : le serveur l’annule dès qu’il s’en aperçoit. Le texte et les lignes sont conservés.</translation>
    </message>
    <message>
        <source>The statement that ran may have taken effect. Text and rows are kept.</source>
        <translation>L’instruction en cours a pu prendre effet. Le texte et les lignes sont conservés.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleRunner</name>
    <message>
        <source>Notification on “%1” from process %2: %3</source>
        <translation>Notification sur «&#xa0;%1&#xa0;» du processus %2&#xa0;: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) after it were not run.</source>
        <translation>
            <numerusform>%Ln instruction suivante n’a pas été exécutée.</numerusform>
            <numerusform>%Ln instructions suivantes n’ont pas été exécutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 au total</translation>
    </message>
    <message numerus="yes">
        <source>%Ln statement(s) were not run.</source>
        <translation>
            <numerusform>%Ln instruction n’a pas été exécutée.</numerusform>
            <numerusform>%Ln instructions n’ont pas été exécutées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was cancelled. %Ln statement(s) were not run.</source>
        <translation>
            <numerusform>L’exécution a été annulée. %Ln instruction n’a pas été exécutée.</numerusform>
            <numerusform>L’exécution a été annulée. %Ln instructions n’ont pas été exécutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel came too late: the statement had ended.</source>
        <translation>L’annulation est arrivée trop tard&#xa0;: l’instruction était terminée.</translation>
    </message>
</context>
<context>
    <name>Gantry::ConsoleStore</name>
    <message>
        <source>The text of the console cannot be kept in %1: “%2”. It stays in the window; save it to a file before you close Gantry.</source>
        <translation>Le texte de la console ne peut pas être conservé dans %1&#xa0;: «&#xa0;%2&#xa0;». Il reste dans la fenêtre&#xa0;; enregistrez-le dans un fichier avant de fermer Gantry.</translation>
    </message>
    <message>
        <source>The console kept in %1 cannot be read: “%2”.</source>
        <translation>La console conservée dans %1 ne peut pas être lue&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The folder %1 for the text of consoles cannot be made. The text stays in the window; save it to a file to keep it.</source>
        <translation>Le dossier %1 pour le texte des consoles ne peut pas être créé. Le texte reste dans la fenêtre&#xa0;; enregistrez-le dans un fichier pour le garder.</translation>
    </message>
    <message>
        <source>The text of the console is not kept yet: the disk of %1 does not answer. It stays in the window.</source>
        <translation>Le texte de la console n’est pas encore conservé : le disque de %1 ne répond pas. Il reste dans la fenêtre.</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerActions</name>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start the selected containers</source>
        <translation>Démarrer les conteneurs sélectionnés</translation>
    </message>
    <message>
        <source>%1 is paused: unpause it.</source>
        <translation>%1 est en pause&#xa0;: reprenez son exécution.</translation>
    </message>
    <message>
        <source>%1 is running already.</source>
        <translation>%1 est déjà en marche.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the selected containers; they can be started again</source>
        <translation>Arrêter les conteneurs sélectionnés&#xa0;; ils pourront être redémarrés</translation>
    </message>
    <message>
        <source>%1 is not running.</source>
        <translation>%1 n’est pas en marche.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Stop the selected containers and start them again</source>
        <translation>Arrêter les conteneurs sélectionnés, puis les démarrer à nouveau</translation>
    </message>
    <message>
        <source>%1 is dead: it can only be removed.</source>
        <translation>%1 est mort&#xa0;: il ne peut qu’être supprimé.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Freeze the processes of the selected containers</source>
        <translation>Figer les processus des conteneurs sélectionnés</translation>
    </message>
    <message>
        <source>%1 is paused already.</source>
        <translation>%1 est déjà en pause.</translation>
    </message>
    <message>
        <source>Unpause</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Let the paused containers go on</source>
        <translation>Laisser les conteneurs en pause poursuivre leur exécution</translation>
    </message>
    <message>
        <source>%1 is not paused.</source>
        <translation>%1 n’est pas en pause.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Forcer l’arrêt</translation>
    </message>
    <message>
        <source>End the selected containers at once, without asking their programs</source>
        <translation>Mettre fin immédiatement aux conteneurs sélectionnés, sans laisser leurs programmes s’arrêter d’eux-mêmes</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the selected containers</source>
        <translation>Supprimer les conteneurs sélectionnés</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Give the container another name</source>
        <translation>Donner un autre nom au conteneur</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>Copy the whole ID, 64 digits</source>
        <translation>Copier l’ID complet, 64 chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspecter</translation>
    </message>
    <message>
        <source>Show everything the engine knows of the container</source>
        <translation>Afficher tout ce que le moteur sait du conteneur</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Open the published port in the browser</source>
        <translation>Ouvrir le port publié dans le navigateur</translation>
    </message>
    <message>
        <source>Open SQL console</source>
        <translation>Ouvrir la console SQL</translation>
    </message>
    <message>
        <source>Open a SQL console on the database in this container</source>
        <translation>Ouvrir une console SQL sur la base de données de ce conteneur</translation>
    </message>
    <message>
        <source>Another action on %1 is running; it can be cancelled in Operations.</source>
        <translation>Une autre action est en cours sur %1&#xa0;; elle peut être annulée dans Opérations.</translation>
    </message>
    <message>
        <source>Select a container first.</source>
        <translation>Sélectionnez d’abord un conteneur.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Select one container only.</source>
        <translation>Sélectionnez un seul conteneur.</translation>
    </message>
    <message>
        <source>%1 publishes no port that a browser could open.</source>
        <translation>%1 ne publie aucun port qu’un navigateur pourrait ouvrir.</translation>
    </message>
    <message>
        <source>This is no PostgreSQL container.</source>
        <translation>Ce n’est pas un conteneur PostgreSQL.</translation>
    </message>
    <message>
        <source>Select one database only.</source>
        <translation>Sélectionnez une seule base de données.</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
    <message>
        <source>Say why the container ended, restarts or is unhealthy, and what helps</source>
        <translation>Dire pourquoi le conteneur s’est terminé, redémarre ou est défaillant, et comment y remédier</translation>
    </message>
    <message>
        <source>%1 runs: there is nothing to explain.</source>
        <translation>%1 est en marche&#xa0;: il n’y a rien à expliquer.</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>Lancer un conteneur</translation>
    </message>
    <message>
        <source>Make a container of an image and start it</source>
        <translation>Créer un conteneur à partir d’une image et le démarrer</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Open a shell in the container</source>
        <translation>Ouvrir un shell dans le conteneur</translation>
    </message>
    <message>
        <source>Show what the containers print, several as one log</source>
        <translation>Afficher ce que les conteneurs écrivent, plusieurs en un seul journal</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Show what the container uses, and its processes</source>
        <translation>Montrer ce que consomme le conteneur, et ses processus</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Browse the files in the container, and copy them in and out</source>
        <translation>Parcourir les fichiers du conteneur, et en copier dedans et dehors</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerCells</name>
    <message>
        <source>%1, not published to the host</source>
        <translation>%1, non publié sur l’hôte</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Aucun projet</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 sur %2 en marche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 of 3 running, stopping…</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>While it runs:</source>
        <translation>Pendant son exécution&#xa0;:</translation>
    </message>
    <message>
        <source>a free port → %1</source>
        <translation>un port libre → %1</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, code %2</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerColumns</name>
    <message>
        <source>%1 (no room)</source>
        <comment>a column</comment>
        <translation>%1 (pas de place)</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerCommands</name>
    <message>
        <source>Start %1</source>
        <translation>Démarrer %1</translation>
    </message>
    <message numerus="yes">
        <source>Start %n container(s)</source>
        <translation>
            <numerusform>Démarrer %n conteneur</numerusform>
            <numerusform>Démarrer %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n container(s)</source>
        <translation>
            <numerusform>Arrêter %n conteneur</numerusform>
            <numerusform>Arrêter %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n container(s)</source>
        <translation>
            <numerusform>Redémarrer %n conteneur</numerusform>
            <numerusform>Redémarrer %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Mettre %1 en pause</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n container(s)</source>
        <translation>
            <numerusform>Mettre %n conteneur en pause</numerusform>
            <numerusform>Mettre %n conteneurs en pause</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpause %1</source>
        <translation>Reprendre %1</translation>
    </message>
    <message numerus="yes">
        <source>Unpause %n container(s)</source>
        <translation>
            <numerusform>Reprendre %n conteneur</numerusform>
            <numerusform>Reprendre %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Kill %1</source>
        <translation>Forcer l’arrêt de %1</translation>
    </message>
    <message numerus="yes">
        <source>Kill %n container(s)</source>
        <translation>
            <numerusform>Forcer l’arrêt de %n conteneur</numerusform>
            <numerusform>Forcer l’arrêt de %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>Renommer %1 en %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n container(s)</source>
        <translation>
            <numerusform>Supprimer %n conteneur</numerusform>
            <numerusform>Supprimer %n conteneurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerConsoleBackend</name>
    <message>
        <source>the engine is not connected</source>
        <translation>le moteur n’est pas connecté</translation>
    </message>
    <message>
        <source>read the environment of the container</source>
        <translation>lire l’environnement du conteneur</translation>
    </message>
    <message>
        <source>read the addresses of the container</source>
        <translation>lire les adresses du conteneur</translation>
    </message>
    <message>
        <source>open a tunnel into the container</source>
        <translation>ouvrir un tunnel vers l’intérieur du conteneur</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerDetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Select a container to see its details.</source>
        <translation>Sélectionnez un conteneur pour voir ses détails.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspecter</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>%1 containers are selected.</source>
        <translation>%1 conteneurs sont sélectionnés.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 a été supprimé.</translation>
    </message>
    <message>
        <source>Details cannot be read: the engine is not connected.</source>
        <translation>Les détails ne peuvent pas être lus&#xa0;: le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Reading the details of %1…</source>
        <translation>Lecture des détails de %1…</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Terminal, bell</source>
        <translation>Terminal, sonnerie</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Show the logs or a terminal of a container first.</source>
        <translation>Affichez d’abord les journaux ou un terminal d’un conteneur.</translation>
    </message>
    <message>
        <source>It has a window of its own already.</source>
        <translation>Il a déjà une fenêtre à part.</translation>
    </message>
    <message>
        <source>Open a terminal first.</source>
        <translation>Ouvrez d’abord un terminal.</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerFacts</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Code de sortie</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrage</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>it is removed</source>
        <translation>il est supprimé</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>no address while it does not run</source>
        <translation>aucune adresse tant qu’il n’est pas en marche</translation>
    </message>
    <message>
        <source>no address of its own</source>
        <translation>aucune adresse propre</translation>
    </message>
    <message>
        <source>port %1 of the host</source>
        <translation>port %1 de l’hôte</translation>
    </message>
    <message>
        <source>port %1 of %2</source>
        <translation>port %1 de %2</translation>
    </message>
    <message>
        <source>not published to the host</source>
        <translation>non publié sur l’hôte</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Montages</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>lecture et écriture</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>volume, read only</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>and %1 more: see Inspect</source>
        <translation>et %1 de plus&#xa0;: voir Inspecter</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>%1, while it runs</source>
        <comment>port 80 of the host</comment>
        <translation>%1, pendant son exécution</translation>
    </message>
    <message>
        <source>a free port of the host</source>
        <translation>un port libre de l’hôte</translation>
    </message>
    <message>
        <source>never</source>
        <comment>the engine restarts the container</comment>
        <translation>jamais</translation>
    </message>
    <message numerus="yes">
        <source>%n restart(s)</source>
        <translation>
            <numerusform>%n redémarrage</numerusform>
            <numerusform>%n redémarrages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerLog</name>
    <message>
        <source>The log cannot be read: there is no connection to the engine.</source>
        <translation>Le journal ne peut pas être lu&#xa0;: il n’y a pas de connexion au moteur.</translation>
    </message>
    <message>
        <source>container exited with code %1</source>
        <translation>conteneur terminé avec le code %1</translation>
    </message>
    <message>
        <source>connection to the engine lost</source>
        <translation>connexion au moteur perdue</translation>
    </message>
    <message>
        <source>another container took its place</source>
        <translation>un autre conteneur a pris sa place</translation>
    </message>
    <message>
        <source>container started again at %1</source>
        <translation>le conteneur a redémarré à %1</translation>
    </message>
    <message>
        <source>container exited with code %1 at %2</source>
        <translation>conteneur terminé avec le code %1 à %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerLogWindow</name>
    <message>
        <source>Logs of %1</source>
        <translation>Journaux de %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerModel</name>
    <message>
        <source>%1 %2</source>
        <comment>service and instance number</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerOverview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Database %1</source>
        <translation>Base de données %1</translation>
    </message>
    <message>
        <source>PostgreSQL, user %1</source>
        <translation>PostgreSQL, utilisateur %1</translation>
    </message>
    <message>
        <source>PostgreSQL, stopped: start it to connect</source>
        <translation>PostgreSQL, arrêté&#xa0;: démarrez-le pour vous connecter</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerRun</name>
    <message>
        <source>Run %1</source>
        <translation>Lancer %1</translation>
    </message>
    <message>
        <source>Could not run %1.</source>
        <translation>Impossible de lancer %1.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Looking for the image %1</source>
        <translation>Recherche de l’image %1</translation>
    </message>
    <message>
        <source>There is no image %1.</source>
        <translation>Il n’y a pas d’image %1.</translation>
    </message>
    <message>
        <source>The engine has none of this name, and a registry can have none: check how it is written.</source>
        <translation>Le moteur n’en a pas de ce nom, et aucun registre ne peut en avoir&#xa0;: vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>Création du conteneur</translation>
    </message>
    <message>
        <source>Starting the container</source>
        <translation>Démarrage du conteneur</translation>
    </message>
    <message>
        <source>Could not start the container.</source>
        <translation>Impossible de démarrer le conteneur.</translation>
    </message>
    <message>
        <source>It was removed again, so that its name is free.</source>
        <translation>Il a été supprimé aussitôt, pour que son nom reste libre.</translation>
    </message>
    <message>
        <source>It was created and is still there.</source>
        <translation>Il a été créé et existe encore.</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerSource</name>
    <message>
        <source>Container, %1</source>
        <translation>Conteneur, %1</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerStatsView</name>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerTree</name>
    <message>
        <source>Containers</source>
        <translation>Conteneurs</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainerWords</name>
    <message>
        <source>created</source>
        <translation>créé</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marche</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>en démarrage</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>sain</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>défaillant</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>restarting (%1)</source>
        <comment>exit code</comment>
        <translation>redémarre (%1)</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>redémarre</translation>
    </message>
    <message>
        <source>removing</source>
        <translation>en suppression</translation>
    </message>
    <message>
        <source>exited (%1)</source>
        <comment>exit code</comment>
        <translation>terminé (%1)</translation>
    </message>
    <message>
        <source>exited</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>mort</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Jamais démarré</translation>
    </message>
    <message>
        <source>Up %1</source>
        <comment>a duration</comment>
        <translation>En marche depuis %1</translation>
    </message>
    <message>
        <source>Up %1, paused</source>
        <comment>a duration</comment>
        <translation>En marche depuis %1, en pause</translation>
    </message>
    <message>
        <source>Exited %1</source>
        <comment>3 minutes ago</comment>
        <translation>Terminé %1</translation>
    </message>
    <message>
        <source>Restarting since %1</source>
        <comment>a duration</comment>
        <translation>Redémarre depuis %1</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>démarrage…</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>arrêt…</translation>
    </message>
    <message>
        <source>restarting…</source>
        <translation>redémarrage…</translation>
    </message>
    <message>
        <source>removing…</source>
        <translation>suppression…</translation>
    </message>
    <message>
        <source>pausing…</source>
        <translation>mise en pause…</translation>
    </message>
    <message>
        <source>unpausing…</source>
        <translation>reprise…</translation>
    </message>
    <message>
        <source>killing…</source>
        <translation>arrêt forcé…</translation>
    </message>
    <message>
        <source>renaming…</source>
        <translation>renommage…</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>en cours…</translation>
    </message>
    <message>
        <source>killed for want of memory</source>
        <translation>tué par manque de mémoire</translation>
    </message>
    <message>
        <source>its command finished</source>
        <translation>sa commande s’est terminée</translation>
    </message>
    <message>
        <source>the engine failed before it ran</source>
        <translation>le moteur a échoué avant son exécution</translation>
    </message>
    <message>
        <source>its command could not be run</source>
        <translation>sa commande n’a pas pu être exécutée</translation>
    </message>
    <message>
        <source>its command was not found</source>
        <translation>sa commande est introuvable</translation>
    </message>
    <message>
        <source>interrupted by Ctrl+C</source>
        <translation>interrompu par Ctrl+C</translation>
    </message>
    <message>
        <source>its program crashed</source>
        <translation>son programme a planté</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>tué</translation>
    </message>
    <message>
        <source>asked to stop</source>
        <translation>arrêt demandé</translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation>terminé par un signal</translation>
    </message>
    <message>
        <source>its program failed</source>
        <translation>son programme a échoué</translation>
    </message>
</context>
<context>
    <name>Gantry::ContainersPage</name>
    <message>
        <source>Containers</source>
        <translation>Conteneurs</translation>
    </message>
    <message>
        <source>Group by project</source>
        <translation>Grouper par projet</translation>
    </message>
    <message>
        <source>Show containers under their Compose project</source>
        <translation>Afficher les conteneurs sous leur projet Compose</translation>
    </message>
    <message>
        <source>Container details</source>
        <translation>Détails du conteneur</translation>
    </message>
    <message>
        <source>Show the details of the selected container</source>
        <translation>Afficher les détails du conteneur sélectionné</translation>
    </message>
    <message>
        <source>Filter by name, image, state:… port:…</source>
        <translation>Filtrer par nom, image, state:… port:…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtés</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>View options</source>
        <translation>Options d’affichage</translation>
    </message>
    <message>
        <source>No container matches the filter.</source>
        <translation>Aucun conteneur ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 sur %2 en marche</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
</context>
<context>
    <name>Gantry::CopyIn</name>
    <message>
        <source>“%1” has no name to be copied to.</source>
        <translation>« %1 » n’a pas de nom sous lequel être copié.</translation>
    </message>
    <message>
        <source>Two of them are called “%1”.</source>
        <translation>Deux d’entre eux s’appellent « %1 ».</translation>
    </message>
    <message>
        <source>“%1” cannot be read. %2</source>
        <translation>« %1 » ne peut pas être lu. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) cannot be read: %1</source>
        <translation>
            <numerusform>%n fichier ou dossier ne peut pas être lu : %1</numerusform>
            <numerusform>%n fichiers ou dossiers ne peuvent pas être lus : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to the engine was lost before all was copied.</source>
        <translation>La connexion au moteur a été perdue avant que tout soit copié.</translation>
    </message>
</context>
<context>
    <name>Gantry::CopyOut</name>
    <message>
        <source>Nothing can be written to “%1”. %2</source>
        <translation>Impossible d’écrire dans « %1 ». %2</translation>
    </message>
    <message>
        <source>The connection to the engine was lost before all was copied.</source>
        <translation>La connexion au moteur a été perdue avant que tout soit copié.</translation>
    </message>
    <message>
        <source>Two of them are called “%1”.</source>
        <translation>Deux d’entre eux s’appellent « %1 ».</translation>
    </message>
</context>
<context>
    <name>Gantry::CreateDialog</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>Gantry::CreateNetworkDialog</name>
    <message>
        <source>Create network</source>
        <translation>Créer un réseau</translation>
    </message>
    <message>
        <source>Internal: no way out of the network</source>
        <translation>Interne&#xa0;: aucune sortie du réseau</translation>
    </message>
    <message>
        <source>the engine chooses, or 172.30.0.0/16</source>
        <translation>le moteur choisit, ou 172.30.0.0/16</translation>
    </message>
    <message>
        <source>Name of the network:</source>
        <translation>Nom du réseau&#xa0;:</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Sous-réseau</translation>
    </message>
    <message>
        <source>Subnet:</source>
        <translation>Sous-réseau&#xa0;:</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>There is a network of this name already.</source>
        <translation>Il existe déjà un réseau de ce nom.</translation>
    </message>
    <message>
        <source>A subnet is an address and the number of its fixed bits: 172.30.0.0/16.</source>
        <translation>Un sous-réseau est une adresse et le nombre de ses bits fixes&#xa0;: 172.30.0.0/16.</translation>
    </message>
</context>
<context>
    <name>Gantry::CreateVolumeDialog</name>
    <message>
        <source>Create volume</source>
        <translation>Créer un volume</translation>
    </message>
    <message>
        <source>Name of the volume:</source>
        <translation>Nom du volume&#xa0;:</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Labels, one a line:</source>
        <translation>Étiquettes, une par ligne&#xa0;:</translation>
    </message>
    <message>
        <source>A name has at least two characters: letters without accents, digits, and _ . - after the first one.</source>
        <translation>Un nom a au moins deux caractères&#xa0;: lettres sans accents, chiffres, et _ . - après le premier.</translation>
    </message>
    <message>
        <source>There is a volume of this name already.</source>
        <translation>Il existe déjà un volume de ce nom.</translation>
    </message>
</context>
<context>
    <name>Gantry::CredentialLookup</name>
    <message>
        <source>The credential helper %1 cannot be started: %2</source>
        <translation>Le programme d’identifiants %1 ne peut pas être démarré&#xa0;: %2</translation>
    </message>
    <message>
        <source>The credential helper %1 failed: %2</source>
        <translation>Le programme d’identifiants %1 a échoué&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::CsvExport</name>
    <message>
        <source>row %1 of the result can no longer be read.</source>
        <translation>la ligne %1 du résultat ne peut plus être lue.</translation>
    </message>
</context>
<context>
    <name>Gantry::DatabaseList</name>
    <message>
        <source>Databases</source>
        <translation>Bases de données</translation>
    </message>
    <message>
        <source>Filter databases</source>
        <translation>Filtrer les bases de données</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln PostgreSQL container(s)</source>
        <translation>
            <numerusform>%Ln conteneur PostgreSQL</numerusform>
            <numerusform>%Ln conteneurs PostgreSQL</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 sur %2 affichés</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Rien ne correspond au filtre.</translation>
    </message>
    <message>
        <source>No container is a PostgreSQL server. Start one, for instance the service db of a project, and it appears here with its SQL console.</source>
        <translation>Aucun conteneur n’est un serveur PostgreSQL. Démarrez-en un, par exemple le service db d’un projet, et il apparaîtra ici avec sa console SQL.</translation>
    </message>
    <message>
        <source>“%1” needs a SQL console.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin d’une console SQL.</translation>
    </message>
    <message>
        <source>Open the console of a database: the file opens in it.</source>
        <translation>Ouvrez la console d’une base de données&#xa0;: le fichier s’y ouvrira.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) need a SQL console.</source>
        <translation>
            <numerusform>%Ln fichier a besoin d’une console SQL.</numerusform>
            <numerusform>%Ln fichiers ont besoin d’une console SQL.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the console of a database: the files open in it.</source>
        <translation>Ouvrez la console d’une base de données&#xa0;: les fichiers s’y ouvriront.</translation>
    </message>
    <message>
        <source>The engine is not connected: its databases appear here when it is.</source>
        <translation>Le moteur n’est pas connecté : ses bases de données apparaîtront ici quand il le sera.</translation>
    </message>
</context>
<context>
    <name>Gantry::DatabaseModel</name>
    <message>
        <source>Container</source>
        <translation>Conteneur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Project / service</source>
        <translation>Projet / service</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Published port</source>
        <translation>Port publié</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
</context>
<context>
    <name>Gantry::DatabaseRoute</name>
    <message>
        <source>published port %1</source>
        <translation>port publié %1</translation>
    </message>
    <message>
        <source>container address %1</source>
        <translation>adresse du conteneur %1</translation>
    </message>
    <message>
        <source>exec tunnel</source>
        <translation>tunnel exec</translation>
    </message>
</context>
<context>
    <name>Gantry::DatabasesPage</name>
    <message>
        <source>SQL console of %1</source>
        <translation>Console SQL de %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Open SQL console</source>
        <translation>Ouvrir la console SQL</translation>
    </message>
    <message>
        <source>Open consoles</source>
        <translation>Consoles ouvertes</translation>
    </message>
    <message>
        <source>All databases</source>
        <translation>Toutes les bases de données</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Bases de données</translation>
    </message>
    <message>
        <source>Close console</source>
        <translation>Fermer la console</translation>
    </message>
    <message>
        <source>Close the console of “%1”?</source>
        <translation>Fermer la console de «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Choose a database in the list first.</source>
        <translation>Sélectionnez d’abord une base de données dans la liste.</translation>
    </message>
    <message>
        <source>SQL consoles</source>
        <translation>Consoles SQL</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a console and what happens to it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>From the console back to the list</source>
        <translation>Revenir de la console à la liste</translation>
    </message>
    <message>
        <source>No console is shown.</source>
        <translation>Aucune console n’est affichée.</translation>
    </message>
    <message>
        <source>Close console %1</source>
        <comment>%1: what it is connected to</comment>
        <translation>Fermer la console %1</translation>
    </message>
    <message>
        <source>The text of %1 is lost.</source>
        <comment>a query</comment>
        <translation>Le texte de %1 est perdu.</translation>
    </message>
    <message>
        <source>Open a console first.</source>
        <translation>Ouvrez d’abord une console.</translation>
    </message>
</context>
<context>
    <name>Gantry::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>No more notifications</source>
        <translation>Ne plus notifier</translation>
    </message>
</context>
<context>
    <name>Gantry::DetachedWindow</name>
    <message>
        <source>Back to the main window</source>
        <translation>Retour à la fenêtre principale</translation>
    </message>
    <message>
        <source>Put it back into its place in the main window; closing this window does the same</source>
        <translation>Le remettre à sa place dans la fenêtre principale ; fermer cette fenêtre fait de même</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Go to or run anything</source>
        <translation>Aller à un élément ou lancer une action</translation>
    </message>
    <message>
        <source>%1 — Gantry</source>
        <comment>title of the window</comment>
        <translation>%1 — Gantry</translation>
    </message>
</context>
<context>
    <name>Gantry::DetachedWindows</name>
    <message>
        <source>Open in a window of its own</source>
        <translation>Ouvrir dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Give the log, terminal or SQL console a window of its own</source>
        <translation>Donner au journal, au terminal ou à la console SQL une fenêtre à part</translation>
    </message>
</context>
<context>
    <name>Gantry::Diagnosis</name>
    <message>
        <source>Another program used it when this was tried.</source>
        <translation>Un autre programme l’utilisait au moment de l’essai.</translation>
    </message>
    <message>
        <source>It was never started</source>
        <translation>Il n’a jamais été démarré</translation>
    </message>
    <message>
        <source>It was created and has not run yet. Should a start have failed, Operations has the engine&apos;s words.</source>
        <translation>Il a été créé et n’a pas encore été en marche. Si un démarrage a échoué, le message du moteur est dans Opérations.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>Démarrez-le.</translation>
    </message>
    <message>
        <source>The engine could not start it</source>
        <translation>Le moteur n’a pas pu le démarrer</translation>
    </message>
    <message>
        <source>What the engine says is none of the causes that Gantry knows; its words stand below.</source>
        <translation>Ce que dit le moteur ne correspond à aucune des causes que Gantry connaît&#xa0;; son message est ci-dessous.</translation>
    </message>
    <message>
        <source>Its health check fails, and the cause is not known</source>
        <translation>Son contrôle de santé échoue, et la cause n’est pas connue</translation>
    </message>
    <message numerus="yes">
        <source>The program runs, but its check failed %n time(s) in a row. What the check said stands below.</source>
        <translation>
            <numerusform>Le programme est en marche, mais son contrôle a échoué %n fois. Ce que le contrôle a indiqué est ci-dessous.</numerusform>
            <numerusform>Le programme est en marche, mais son contrôle a échoué %n fois de suite. Ce que le contrôle a indiqué est ci-dessous.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>Il est en marche</translation>
    </message>
    <message>
        <source>There is nothing to explain now.</source>
        <translation>Il n’y a rien à expliquer pour le moment.</translation>
    </message>
    <message>
        <source>It ended with code %1, and the cause is not known</source>
        <translation>Il s’est terminé avec le code %1, et la cause n’est pas connue</translation>
    </message>
    <message>
        <source>What it wrote last is none of the causes that Gantry knows; it stands below.</source>
        <translation>Ce qu’il a écrit en dernier ne correspond à aucune des causes que Gantry connaît&#xa0;; vous le trouverez ci-dessous.</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Correction&#xa0;: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Où&#xa0;: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::DiagnosisChecks</name>
    <message>
        <source>no limit of its own, so what the machine has</source>
        <translation>aucune limite propre, donc la mémoire de la machine</translation>
    </message>
    <message>
        <source>The container %1 publishes it.</source>
        <translation>Le conteneur %1 le publie.</translation>
    </message>
    <message>
        <source>A program of this machine, which this user may not see, listens there.</source>
        <translation>Un programme de cette machine, que cet utilisateur n’a pas le droit de voir, y écoute.</translation>
    </message>
    <message>
        <source>The program %1 of this machine (process %2) listens there.</source>
        <translation>Le programme %1 de cette machine (processus %2) y écoute.</translation>
    </message>
    <message>
        <source>The engine&apos;s words</source>
        <translation>Message du moteur</translation>
    </message>
    <message>
        <source>Start command</source>
        <translation>Commande de démarrage</translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Code de sortie %1</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>Durée d’exécution</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Ran out. Limit: %1.</source>
        <translation>Épuisée. Limite&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not out of memory, as the engine says. Limit: %1.</source>
        <translation>Pas épuisée, d’après le moteur. Limite&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Contrôle de santé</translation>
    </message>
    <message>
        <source>Did not fail.</source>
        <translation>Aucun échec.</translation>
    </message>
    <message numerus="yes">
        <source>Failed %n time(s) in a row.</source>
        <translation>
            <numerusform>%n échec.</numerusform>
            <numerusform>%n échecs de suite.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>Commande exécutée</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Il a indiqué</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Redémarrages</translation>
    </message>
    <message>
        <source>None. Its policy: %1.</source>
        <translation>Aucun. Politique&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n so far. Its policy: %1.</source>
        <translation>
            <numerusform>%n jusqu’ici. Politique&#xa0;: %1.</numerusform>
            <numerusform>%n jusqu’ici. Politique&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine waits before it tries again, now about %1: twice as long after each quick end, up to a minute.</source>
        <translation>Le moteur attend avant de réessayer, maintenant environ %1&#xa0;: deux fois plus longtemps après chaque fin rapide, jusqu’à une minute.</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Nobody is known to use it now.</source>
        <translation>Rien ne semble l’utiliser maintenant.</translation>
    </message>
    <message>
        <source>Depends on %1</source>
        <translation>Dépend de %1</translation>
    </message>
    <message>
        <source>Has no container.</source>
        <translation>N’a pas de conteneur.</translation>
    </message>
    <message>
        <source>Is %1 now.</source>
        <translation>État actuel&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Gantry::DiagnosisView</name>
    <message>
        <source>Why it stopped</source>
        <translation>Cause de l’arrêt</translation>
    </message>
    <message>
        <source>Looking for the cause…</source>
        <translation>Recherche de la cause…</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Ce qui a été vérifié</translation>
    </message>
    <message>
        <source>What changed since it last ran</source>
        <translation>Ce qui a changé depuis sa dernière exécution</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Open the file in the program that is set for it</source>
        <translation>Ouvrir le fichier dans le programme qui lui est associé</translation>
    </message>
    <message>
        <source>Build and start</source>
        <translation>Construire et démarrer</translation>
    </message>
    <message>
        <source>Build the service&apos;s image, then make and start its container anew</source>
        <translation>Construire l’image du service, puis recréer et démarrer son conteneur</translation>
    </message>
    <message>
        <source>Last lines</source>
        <translation>Dernières lignes</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy all that stands on this page as text</source>
        <translation>Copier comme texte tout ce qui figure sur cette page</translation>
    </message>
    <message>
        <source>Show full log</source>
        <translation>Afficher tout le journal</translation>
    </message>
    <message>
        <source>Suggested fix</source>
        <translation>Correction proposée</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Où&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>It wrote nothing.</source>
        <translation>Il n’a rien écrit.</translation>
    </message>
    <message>
        <source>stdout and stderr, complete</source>
        <translation>stdout et stderr, en entier</translation>
    </message>
    <message>
        <source>what matters, and the end</source>
        <translation>l’essentiel et la fin</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>Lancer à nouveau…</translation>
    </message>
    <message>
        <source>Open the form for a new container, filled as this one was made, to change what was wrong</source>
        <translation>Ouvrir le formulaire d’un nouveau conteneur, rempli comme celui-ci a été créé, pour changer ce qui n’allait pas</translation>
    </message>
</context>
<context>
    <name>Gantry::DiskMeter</name>
    <message>
        <source>Measure sizes</source>
        <translation>Mesurer les tailles</translation>
    </message>
    <message>
        <source>The engine measures; large volumes take their time</source>
        <translation>Le moteur mesure&#xa0;; les grands volumes prennent du temps</translation>
    </message>
</context>
<context>
    <name>Gantry::DockerIgnore</name>
    <message>
        <source>Line %1 of %2 is no pattern: “%3”.</source>
        <comment>a number; .dockerignore; the line</comment>
        <translation>La ligne %1 de %2 n’est pas un motif&#xa0;: «&#xa0;%3&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Gantry::DockerLogins</name>
    <message>
        <source>Docker&apos;s config.json cannot be read: %1</source>
        <translation>Le config.json de Docker ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Docker&apos;s config.json names a credential helper that can be none: %1</source>
        <translation>Le config.json de Docker nomme un programme d’identifiants qui n’en est pas un&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gantry::DownPreview</name>
    <message>
        <source>%1 of %2 (anonymous, %3…)</source>
        <comment>a folder of a service, and the name of its volume</comment>
        <translation>%1 de %2 (anonyme, %3…)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a volume; its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stop and remove the project&apos;s containers and networks; volumes stay (D)</source>
        <translation>Arrêter et supprimer les conteneurs et réseaux du projet&#xa0;; les volumes restent (D)</translation>
    </message>
    <message>
        <source>Goes: %1</source>
        <comment>names</comment>
        <translation>Disparaît&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <comment>names</comment>
        <translation>Reste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Down with volumes</source>
        <translation>Démonter avec les volumes</translation>
    </message>
    <message>
        <source>Take down %1 and remove 1 volume?</source>
        <translation>Démonter %1 et supprimer 1 volume&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Take down %1 and remove %n volumes?</source>
        <translation>
            <numerusform>Démonter %1 et supprimer %n volume&#xa0;?</numerusform>
            <numerusform>Démonter %1 et supprimer %n volumes&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>Conteneur %1</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>Réseau %1</translation>
    </message>
    <message>
        <source>The data in this volume is lost and cannot be brought back.</source>
        <translation>Les données de ce volume sont perdues et ne peuvent pas être retrouvées.</translation>
    </message>
    <message>
        <source>The data in these volumes is lost and cannot be brought back.</source>
        <translation>Les données de ces volumes sont perdues et ne peuvent pas être retrouvées.</translation>
    </message>
    <message>
        <source>Images stay: %1.</source>
        <translation>Les images restent&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Remove 1 volume and take down</source>
        <translation>Supprimer 1 volume et démonter</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volumes and take down</source>
        <translation>
            <numerusform>Supprimer %n volume et démonter</numerusform>
            <numerusform>Supprimer %n volumes et démonter</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes that are not the project&apos;s own stay: %1.</source>
        <translation>Les volumes qui ne sont pas au projet restent&#xa0;: %1.</translation>
    </message>
    <message>
        <source>being measured</source>
        <translation>mesure en cours</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a volume; its size</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Goes, too: %1</source>
        <comment>names</comment>
        <translation>Disparaît aussi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Down removes all containers of %1, with what was written into them, and its networks</source>
        <translation>Down supprime tous les conteneurs de %1, avec ce qui y a été écrit, et ses réseaux</translation>
    </message>
    <message>
        <source>Down removes %1, with what was written into the containers</source>
        <comment>names</comment>
        <translation>Down supprime %1, avec ce qui a été écrit dans les conteneurs</translation>
    </message>
    <message>
        <source>it keeps the volumes.</source>
        <translation>il garde les volumes.</translation>
    </message>
    <message>
        <source>it keeps the volumes: %1.</source>
        <comment>names</comment>
        <translation>il garde les volumes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1; %2 Stopping removes nothing.</source>
        <comment>what Down removes; what it keeps</comment>
        <translation>%1&#xa0;; %2 Arrêter ne supprime rien.</translation>
    </message>
</context>
<context>
    <name>Gantry::EndpointDiscovery</name>
    <message>
        <source>from --host</source>
        <translation>d’après --host</translation>
    </message>
    <message>
        <source>DOCKER_HOST is %1 with DOCKER_TLS_VERIFY: engines over TLS are not supported yet.</source>
        <translation>DOCKER_HOST vaut %1 avec DOCKER_TLS_VERIFY&#xa0;: les moteurs via TLS ne sont pas encore pris en charge.</translation>
    </message>
    <message>
        <source>from DOCKER_HOST</source>
        <translation>d’après DOCKER_HOST</translation>
    </message>
    <message>
        <source>local</source>
        <translation>local</translation>
    </message>
    <message>
        <source>Cannot use “%1” (%2): %3.</source>
        <extracomment>%1 is an address, %2 where it is from (&quot;from DOCKER_HOST&quot;), %3 what is wrong with it</extracomment>
        <translation>Impossible d’utiliser «&#xa0;%1&#xa0;» (%2)&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The Docker context “%1” names no engine.</source>
        <translation>Le contexte Docker «&#xa0;%1&#xa0;» n’indique aucun moteur.</translation>
    </message>
    <message>
        <source>The Docker context “%1” uses TLS certificates, which are not supported yet.</source>
        <translation>Le contexte Docker «&#xa0;%1&#xa0;» utilise des certificats TLS, qui ne sont pas encore pris en charge.</translation>
    </message>
    <message>
        <source>The Docker context “%1” points to %2: %3.</source>
        <translation>Le contexte Docker «&#xa0;%1&#xa0;» pointe vers %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>from the Docker context “%1”</source>
        <translation>d’après le contexte Docker «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>this machine&apos;s Docker</source>
        <translation>Docker de cette machine</translation>
    </message>
    <message>
        <source>your rootless Docker</source>
        <translation>votre Docker rootless</translation>
    </message>
    <message>
        <source>Docker Desktop</source>
        <translation>Docker Desktop</translation>
    </message>
    <message>
        <source>your rootless Podman</source>
        <translation>votre Podman rootless</translation>
    </message>
    <message>
        <source>this machine&apos;s Podman</source>
        <translation>Podman de cette machine</translation>
    </message>
    <message>
        <source>engines over ssh are not supported yet</source>
        <translation>les moteurs accessibles par ssh ne sont pas encore pris en charge</translation>
    </message>
    <message>
        <source>Windows pipes are not supported</source>
        <translation>les tubes nommés de Windows ne sont pas pris en charge</translation>
    </message>
    <message>
        <source>this is no address of an engine (unix:///PATH or tcp://HOST:PORT)</source>
        <translation>ce n’est pas l’adresse d’un moteur (unix:///CHEMIN ou tcp://HÔTE:PORT)</translation>
    </message>
    <message>
        <source>Could not read %1: %2</source>
        <translation>Impossible de lire %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::Engine</name>
    <message>
        <source>no socket of Docker or Podman was found on this machine</source>
        <translation>aucun socket de Docker ou de Podman n’a été trouvé sur cette machine</translation>
    </message>
    <message>
        <source>find an engine</source>
        <translation>trouver un moteur</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineBox</name>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Aucun moteur</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an engine&apos;s name, its product and state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an engine&apos;s name and address</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineClient</name>
    <message>
        <source>speak to the engine</source>
        <translation>communiquer avec le moteur</translation>
    </message>
    <message>
        <source>the connection to the engine was closed</source>
        <translation>la connexion au moteur a été fermée</translation>
    </message>
    <message>
        <source>the answer is not JSON (%1)</source>
        <translation>la réponse n’est pas du JSON (%1)</translation>
    </message>
    <message>
        <source>reach the engine</source>
        <translation>joindre le moteur</translation>
    </message>
    <message>
        <source>the answer names no API version; this is no Docker engine</source>
        <translation>la réponse n’indique aucune version d’API&#xa0;; ce n’est pas un moteur Docker</translation>
    </message>
    <message>
        <source>ask the engine for its version</source>
        <translation>demander sa version au moteur</translation>
    </message>
    <message>
        <source>the answer names no API version</source>
        <translation>la réponse n’indique aucune version d’API</translation>
    </message>
    <message>
        <source>%1 %2 speaks API %3 at most; Gantry needs %4 (Docker 20.10) or newer</source>
        <translation>%1 %2 ne va pas au-delà de l’API %3&#xa0;; Gantry requiert au moins la %4 (Docker 20.10)</translation>
    </message>
    <message>
        <source>%1 %2 needs API %3 or newer; this Gantry speaks up to %4</source>
        <translation>%1 %2 requiert au moins l’API %3&#xa0;; ce Gantry ne va pas au-delà de la %4</translation>
    </message>
    <message>
        <source>ask the engine about itself</source>
        <translation>demander au moteur des informations sur lui-même</translation>
    </message>
    <message>
        <source>list the containers</source>
        <translation>lister les conteneurs</translation>
    </message>
    <message>
        <source>inspect container %1</source>
        <translation>inspecter le conteneur %1</translation>
    </message>
    <message>
        <source>create a container of %1</source>
        <translation>créer un conteneur de %1</translation>
    </message>
    <message>
        <source>create container %1</source>
        <translation>créer le conteneur %1</translation>
    </message>
    <message>
        <source>start container %1</source>
        <translation>démarrer le conteneur %1</translation>
    </message>
    <message>
        <source>stop container %1</source>
        <translation>arrêter le conteneur %1</translation>
    </message>
    <message>
        <source>restart container %1</source>
        <translation>redémarrer le conteneur %1</translation>
    </message>
    <message>
        <source>pause container %1</source>
        <translation>mettre le conteneur %1 en pause</translation>
    </message>
    <message>
        <source>unpause container %1</source>
        <translation>reprendre le conteneur %1</translation>
    </message>
    <message>
        <source>kill container %1</source>
        <translation>forcer l’arrêt du conteneur %1</translation>
    </message>
    <message>
        <source>rename container %1</source>
        <translation>renommer le conteneur %1</translation>
    </message>
    <message>
        <source>remove container %1</source>
        <translation>supprimer le conteneur %1</translation>
    </message>
    <message>
        <source>list the processes of container %1</source>
        <translation>lister les processus du conteneur %1</translation>
    </message>
    <message>
        <source>follow the engine&apos;s events</source>
        <translation>suivre les événements du moteur</translation>
    </message>
    <message>
        <source>read the logs of container %1</source>
        <translation>lire les journaux du conteneur %1</translation>
    </message>
    <message>
        <source>run %1 in container %2</source>
        <translation>exécuter %1 dans le conteneur %2</translation>
    </message>
    <message>
        <source>run a command in a container</source>
        <translation>exécuter une commande dans un conteneur</translation>
    </message>
    <message>
        <source>resize a terminal</source>
        <translation>redimensionner un terminal</translation>
    </message>
    <message>
        <source>ask how a command ended</source>
        <translation>demander comment une commande s’est terminée</translation>
    </message>
    <message>
        <source>list the images</source>
        <translation>lister les images</translation>
    </message>
    <message>
        <source>inspect image %1</source>
        <translation>inspecter l’image %1</translation>
    </message>
    <message>
        <source>remove image %1</source>
        <translation>supprimer l’image %1</translation>
    </message>
    <message>
        <source>list the volumes</source>
        <translation>lister les volumes</translation>
    </message>
    <message>
        <source>inspect volume %1</source>
        <translation>inspecter le volume %1</translation>
    </message>
    <message>
        <source>remove volume %1</source>
        <translation>supprimer le volume %1</translation>
    </message>
    <message>
        <source>list the networks</source>
        <translation>lister les réseaux</translation>
    </message>
    <message>
        <source>inspect network %1</source>
        <translation>inspecter le réseau %1</translation>
    </message>
    <message>
        <source>remove network %1</source>
        <translation>supprimer le réseau %1</translation>
    </message>
    <message>
        <source>the answer is JSON, but not in the form that the API promises</source>
        <translation>la réponse est du JSON, mais pas sous la forme que promet l’API</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>read when container %1 ended</source>
        <translation>lire quand le conteneur %1 s’est terminé</translation>
    </message>
    <message>
        <source>pull image %1</source>
        <translation>télécharger l’image %1</translation>
    </message>
    <message>
        <source>attach to container %1</source>
        <translation>s’attacher au conteneur %1</translation>
    </message>
    <message>
        <source>measure what everything takes</source>
        <translation>mesurer la place que tout occupe</translation>
    </message>
    <message>
        <source>read the history of image %1</source>
        <translation>lire l’historique de l’image %1</translation>
    </message>
    <message>
        <source>tag image %1</source>
        <translation>nommer l’image %1</translation>
    </message>
    <message>
        <source>save image %1</source>
        <translation>enregistrer l’image %1</translation>
    </message>
    <message numerus="yes">
        <source>save %n image(s)</source>
        <translation>
            <numerusform>enregistrer %n image</numerusform>
            <numerusform>enregistrer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>load images</source>
        <translation>charger des images</translation>
    </message>
    <message>
        <source>remove the stopped containers</source>
        <translation>supprimer les conteneurs arrêtés</translation>
    </message>
    <message>
        <source>remove the unused images</source>
        <translation>supprimer les images inutilisées</translation>
    </message>
    <message>
        <source>remove the unused networks</source>
        <translation>supprimer les réseaux inutilisés</translation>
    </message>
    <message>
        <source>empty the build cache</source>
        <translation>vider le cache de construction</translation>
    </message>
    <message>
        <source>create volume %1</source>
        <translation>créer le volume %1</translation>
    </message>
    <message>
        <source>create network %1</source>
        <translation>créer le réseau %1</translation>
    </message>
    <message>
        <source>connect %1 to network %2</source>
        <translation>connecter %1 au réseau %2</translation>
    </message>
    <message>
        <source>disconnect %1 from network %2</source>
        <translation>déconnecter %1 du réseau %2</translation>
    </message>
    <message>
        <source>read what container %1 uses</source>
        <translation>lire ce que consomme le conteneur %1</translation>
    </message>
    <message>
        <source>build an image</source>
        <translation>construire une image</translation>
    </message>
    <message>
        <source>look at %1 in %2</source>
        <comment>a path; a container</comment>
        <translation>examiner %1 dans %2</translation>
    </message>
    <message>
        <source>read %1 from %2</source>
        <comment>a path; a container</comment>
        <translation>lire %1 dans %2</translation>
    </message>
    <message>
        <source>copy into %1 of %2</source>
        <comment>a folder; a container</comment>
        <translation>copier dans %1 de %2</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineError</name>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Annulé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Could not %1. The engine says: %2</source>
        <translation>Gantry n’a pas pu %1. Réponse du moteur&#xa0;: %2</translation>
    </message>
    <message>
        <source>Could not %1: %2</source>
        <translation>Gantry n’a pas pu %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Start the engine (for instance with “sudo systemctl start docker”), or choose another one.</source>
        <translation>Démarrez le moteur (par exemple avec «&#xa0;sudo systemctl start docker&#xa0;»), ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Your user may not open the engine&apos;s socket. Add it to the group “docker” (“sudo usermod -aG docker $USER”, then log in again), which gives it the rights of root; or use a rootless engine.</source>
        <translation>Votre utilisateur n’a pas le droit d’ouvrir le socket du moteur. Ajoutez-le au groupe «&#xa0;docker&#xa0;» («&#xa0;sudo usermod -aG docker $USER&#xa0;», puis reconnectez-vous), ce qui lui donne les droits de root&#xa0;; ou utilisez un moteur rootless.</translation>
    </message>
    <message>
        <source>The engine may have been stopped or restarted. Gantry connects again by itself.</source>
        <translation>Le moteur a peut-être été arrêté ou redémarré. Gantry se reconnecte de lui-même.</translation>
    </message>
    <message>
        <source>Is the address really that of a Docker or Podman engine?</source>
        <translation>L’adresse est-elle vraiment celle d’un moteur Docker ou Podman&#xa0;?</translation>
    </message>
    <message>
        <source>Could not %1.</source>
        <translation>Gantry n’a pas pu %1.</translation>
    </message>
    <message>
        <source>Install a newer Docker (20.10 or later).</source>
        <translation>Installez un Docker plus récent (20.10 ou ultérieur).</translation>
    </message>
    <message>
        <source>Install a newer Gantry.</source>
        <translation>Installez un Gantry plus récent.</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineRoute</name>
    <message>
        <source>Restarting %1</source>
        <translation>Redémarrage de %1</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Attente de %1</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>Démarrage de %1</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>Arrêt de %1</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>Suppression de %1</translation>
    </message>
    <message>
        <source>Looking for networks</source>
        <translation>Recherche des réseaux</translation>
    </message>
    <message>
        <source>Looking for volumes</source>
        <translation>Recherche des volumes</translation>
    </message>
    <message>
        <source>The connection to the engine was lost. What was done until then stays.</source>
        <translation>La connexion au moteur a été perdue. Ce qui a été fait jusque-là est conservé.</translation>
    </message>
    <message>
        <source>%1 was to complete, but exited with code %2. Its log tells why.</source>
        <translation>%1 devait aller à son terme, mais s’est terminé avec le code %2. Son journal dit pourquoi.</translation>
    </message>
    <message>
        <source>%1 exited with code %2 before it was healthy. Its log tells why.</source>
        <translation>%1 s’est terminé avec le code %2 avant d’être sain. Son journal dit pourquoi.</translation>
    </message>
    <message>
        <source>%1 is unhealthy, and other services wait for it. Its health check and log tell why.</source>
        <translation>%1 est défaillant, et d’autres services l’attendent. Son contrôle de santé et son journal disent pourquoi.</translation>
    </message>
    <message>
        <source>%1 has no health check, but other services wait until it is healthy.</source>
        <translation>%1 n’a pas de contrôle de santé, mais d’autres services attendent qu’il soit sain.</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineTraits</name>
    <message>
        <source>This engine does not say when others make or remove a network: Refresh lists the networks anew.</source>
        <translation>Ce moteur ne dit pas quand d’autres créent ou suppriment un réseau&#xa0;: Actualiser les liste à nouveau.</translation>
    </message>
    <message>
        <source>This engine builds images by itself, without BuildKit.</source>
        <translation>Ce moteur construit les images lui-même, sans BuildKit.</translation>
    </message>
</context>
<context>
    <name>Gantry::EngineWords</name>
    <message>
        <source>not reachable</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Aucun moteur</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an address, and why it is used</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Connecté à %1</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>Connection lost to %1, trying again</source>
        <translation>Connexion à %1 perdue, nouvelle tentative</translation>
    </message>
    <message>
        <source>No engine found</source>
        <translation>Aucun moteur trouvé</translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation>Aucune réponse de %1</translation>
    </message>
    <message>
        <source>Docker runs, but you may not use it.</source>
        <translation>Docker est en marche, mais vous n’avez pas le droit de l’utiliser.</translation>
    </message>
    <message>
        <source>The engine and Gantry speak no common version.</source>
        <translation>Le moteur et Gantry n’ont aucune version d’API en commun.</translation>
    </message>
    <message>
        <source>No container engine answers.</source>
        <translation>Aucun moteur de conteneurs ne répond.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what is connected, and why not the named engine</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Permission denied for %1</source>
        <translation>Accès refusé à %1</translation>
    </message>
    <message>
        <source>No usable answer from %1</source>
        <translation>Pas de réponse utilisable de %1</translation>
    </message>
    <message>
        <source>Podman runs, but you may not use it.</source>
        <translation>Podman fonctionne, mais vous n’avez pas le droit de l’utiliser.</translation>
    </message>
    <message>
        <source>No container engine answers at %1.</source>
        <translation>Aucun moteur de conteneurs ne répond sur %1.</translation>
    </message>
    <message>
        <source>The engine that is named cannot be used.</source>
        <translation>Le moteur désigné ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>Something listens at %1, but does not answer as a container engine should.</source>
        <translation>Quelque chose écoute sur %1, mais ne répond pas comme le ferait un moteur de conteneurs.</translation>
    </message>
    <message>
        <source>Name an engine at a Unix socket or plain TCP address, in DOCKER_HOST, by a Docker context or with --host.</source>
        <translation>Désignez un moteur sur un socket Unix ou une simple adresse TCP, dans DOCKER_HOST, par un contexte Docker ou avec --host.</translation>
    </message>
    <message>
        <source>Try again, or choose another engine in the box at the top of the navigation.</source>
        <translation>Réessayez, ou choisissez un autre moteur dans le cadre en haut de la navigation.</translation>
    </message>
    <message>
        <source>Is an engine listening at %1? It must run there and be told to listen on TCP, and no firewall may be in between.</source>
        <translation>Un moteur écoute-t-il sur %1&#xa0;? Il doit y être démarré et configuré pour écouter en TCP, et aucun pare-feu ne doit faire obstacle.</translation>
    </message>
    <message>
        <source>Or choose another engine in the box at the top of the navigation.</source>
        <translation>Ou choisissez un autre moteur dans le cadre en haut de la navigation.</translation>
    </message>
    <message>
        <source>If Podman is installed, let its service listen.</source>
        <translation>Si Podman est installé, faites écouter son service.</translation>
    </message>
    <message>
        <source>Start your rootless Docker.</source>
        <translation>Démarrez votre Docker sans privilèges.</translation>
    </message>
    <message>
        <source>Start Docker Desktop.</source>
        <translation>Démarrez Docker Desktop.</translation>
    </message>
    <message>
        <source>If Docker is installed, start it.</source>
        <translation>Si Docker est installé, démarrez-le.</translation>
    </message>
    <message>
        <source>If it is not installed, install it.</source>
        <translation>S’il n’est pas installé, installez-le.</translation>
    </message>
    <message>
        <source>This Podman is another user&apos;s, mostly the administrator&apos;s. Use your own, which needs no rights.</source>
        <translation>Ce Podman appartient à un autre utilisateur, le plus souvent l’administrateur. Utilisez le vôtre, qui ne demande aucun droit.</translation>
    </message>
    <message>
        <source>Join the group docker, then log out and in again. Members of this group have the rights of the administrator on this computer.</source>
        <translation>Ajoutez-vous au groupe docker, puis fermez votre session et rouvrez-la. Les membres de ce groupe ont les droits de l’administrateur sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Or run Docker without administrator rights (rootless), as yourself.</source>
        <translation>Ou exécutez Docker sans droits d’administrateur (rootless), sous votre propre compte.</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>Connected to %1, which does not answer</source>
        <translation>Connecté à %1, qui ne répond pas</translation>
    </message>
    <message>
        <source>%1 runs, but refused what Gantry needs.</source>
        <translation>%1 fonctionne, mais a refusé ce dont Gantry a besoin.</translation>
    </message>
    <message>
        <source>%1 runs, but did not answer to the end.</source>
        <translation>%1 fonctionne, mais n’a pas répondu jusqu’au bout.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Le moteur ne répond pas.</translation>
    </message>
    <message>
        <source>What you see is what was last known, and what was begun waits. Gantry goes on by itself when the engine answers again; if it does not, restart the engine.</source>
        <translation>Ce que vous voyez est le dernier état connu, et ce qui a été lancé attend. Gantry reprend tout seul dès que le moteur répond&#xa0;; sinon, redémarrez le moteur.</translation>
    </message>
    <message>
        <source>Gantry tries again by itself.</source>
        <translation>Gantry réessaie de lui-même.</translation>
    </message>
    <message>
        <source>What you see is what was last known. Gantry goes on trying.</source>
        <translation>Vous voyez le dernier état connu. Gantry continue d’essayer.</translation>
    </message>
    <message>
        <source>A list could not be brought up to date.</source>
        <translation>Une liste n’a pas pu être mise à jour.</translation>
    </message>
    <message>
        <source>The connection to the engine is lost.</source>
        <translation>La connexion au moteur est perdue.</translation>
    </message>
</context>
<context>
    <name>Gantry::EnvFile</name>
    <message>
        <source>Line %1 is no variable: %2</source>
        <translation>La ligne %1 n’est pas une variable&#xa0;: %2</translation>
    </message>
    <message>
        <source>Line %1 names %2 without a value.</source>
        <translation>La ligne %1 nomme %2 sans valeur.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB: it is no file of variables.</source>
        <translation>%1 dépasse 1 Mo&#xa0;: ce n’est pas un fichier de variables.</translation>
    </message>
</context>
<context>
    <name>Gantry::ExecTunnel</name>
    <message>
        <source>Could not make a private folder for the tunnel.</source>
        <translation>Impossible de créer un dossier privé pour le tunnel.</translation>
    </message>
</context>
<context>
    <name>Gantry::ExitWords</name>
    <message>
        <source>The kernel killed it (SIGKILL), because it wanted more memory than it may use.</source>
        <translation>Le noyau l’a tué (SIGKILL), parce qu’il voulait plus de mémoire qu’il ne peut en utiliser.</translation>
    </message>
    <message>
        <source>The kernel killed one of its processes, because they wanted more memory than the container may use.</source>
        <translation>Le noyau a tué un de ses processus, parce qu’ils voulaient plus de mémoire que le conteneur ne peut en utiliser.</translation>
    </message>
    <message>
        <source>The program ended by itself and reported no error.</source>
        <translation>Le programme s’est terminé de lui-même, sans signaler d’erreur.</translation>
    </message>
    <message>
        <source>The program reported an error of its own. The engine did not kill it.</source>
        <translation>Le programme a lui-même signalé une erreur. Le moteur ne l’a pas tué.</translation>
    </message>
    <message>
        <source>The program reported an error of its own; many mean wrong arguments by this code.</source>
        <translation>Le programme a lui-même signalé une erreur&#xa0;; pour beaucoup, ce code désigne de mauvais arguments.</translation>
    </message>
    <message>
        <source>The engine itself failed before the command was run.</source>
        <translation>Le moteur lui-même a échoué avant l’exécution de la commande.</translation>
    </message>
    <message>
        <source>The command was found but could not be run: it is no program, or may not be executed.</source>
        <translation>La commande a été trouvée, mais n’a pas pu être exécutée&#xa0;: ce n’est pas un programme, ou son exécution n’est pas permise.</translation>
    </message>
    <message>
        <source>The command was not found in the image.</source>
        <translation>La commande est introuvable dans l’image.</translation>
    </message>
    <message>
        <source>The engine failed before the command was run.</source>
        <translation>Le moteur a échoué avant l’exécution de la commande.</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C in its terminal.</source>
        <translation>Il a été interrompu (SIGINT), comme avec Ctrl+C dans son terminal.</translation>
    </message>
    <message>
        <source>The program crashed (SIGILL): it was made for another processor, or is damaged.</source>
        <translation>Le programme a planté (SIGILL)&#xa0;: il est fait pour un autre processeur, ou il est endommagé.</translation>
    </message>
    <message>
        <source>The program gave up by itself (SIGABRT), after an error that it did not expect.</source>
        <translation>Le programme a abandonné de lui-même (SIGABRT), après une erreur qu’il n’avait pas prévue.</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL), and not for its memory limit: by &apos;kill&apos;, by &apos;stop&apos; after it did not end in time, or by the system when the whole machine had no memory left.</source>
        <translation>Il a été tué (SIGKILL), et non à cause de sa limite de mémoire&#xa0;: par «&#xa0;kill&#xa0;», par «&#xa0;stop&#xa0;» s’il ne s’est pas terminé à temps, ou par le système quand toute la machine n’avait plus de mémoire.</translation>
    </message>
    <message>
        <source>The program crashed (SIGSEGV): it used memory that was not its own.</source>
        <translation>Le programme a planté (SIGSEGV)&#xa0;: il a utilisé de la mémoire qui n’était pas la sienne.</translation>
    </message>
    <message>
        <source>It was asked to end (SIGTERM), as &apos;stop&apos; does, and ended.</source>
        <translation>Il a été prié de se terminer (SIGTERM), comme le fait «&#xa0;stop&#xa0;», et s’est terminé.</translation>
    </message>
    <message>
        <source>The program ended with 255, which stands for -1: an error of its own.</source>
        <translation>Le programme s’est terminé avec 255, qui correspond à -1&#xa0;: une erreur qui vient de lui-même.</translation>
    </message>
    <message>
        <source>The program reported an error of its own. What %1 means, only its documentation says.</source>
        <translation>Le programme a lui-même signalé une erreur. Ce que signifie %1, seule sa documentation le dit.</translation>
    </message>
    <message>
        <source>It was ended by a signal (%1).</source>
        <translation>Il a été terminé par un signal (%1).</translation>
    </message>
</context>
<context>
    <name>Gantry::ExpandedContent</name>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Ligne %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ExportCommand</name>
    <message numerus="yes">
        <source>%Ln more character(s)</source>
        <translation>
            <numerusform>%Ln caractère de plus</numerusform>
            <numerusform>%Ln caractères de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::FactRow</name>
    <message>
        <source>Show the value of %1</source>
        <translation>Afficher la valeur de %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copier le nom</translation>
    </message>
</context>
<context>
    <name>Gantry::FailureNotice</name>
    <message>
        <source>Show what failed</source>
        <translation>Afficher l’échec</translation>
    </message>
    <message>
        <source>Show in Operations the action that failed</source>
        <translation>Afficher dans Opérations l’action qui a échoué</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Réessayer l’action échouée</translation>
    </message>
    <message>
        <source>Run the action that failed again</source>
        <translation>Relancer l’action qui a échoué</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <comment>title of an operation</comment>
        <translation>Échec&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing has failed that you have not seen.</source>
        <translation>Aucun échec que vous n’ayez déjà vu.</translation>
    </message>
    <message>
        <source>Something still runs on it.</source>
        <translation>Une action est encore en cours dessus.</translation>
    </message>
    <message>
        <source>It cannot be run again from here.</source>
        <translation>Elle ne peut pas être relancée à partir d’ici.</translation>
    </message>
    <message>
        <source>Hide what failed</source>
        <translation>Masquer ce qui a échoué</translation>
    </message>
    <message>
        <source>Hide the notice of what failed; it stays in Operations</source>
        <translation>Masquer l’avis d’échec&#xa0;; il reste dans Opérations</translation>
    </message>
    <message>
        <source>Hide notice</source>
        <translation>Masquer l’avis</translation>
    </message>
</context>
<context>
    <name>Gantry::FileCommands</name>
    <message>
        <source>Copy %1 from %2</source>
        <comment>a file; a container</comment>
        <translation>Copier %1 depuis %2</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n file(s) or folder(s) from %1</source>
        <translation>
            <numerusform>Copier %n fichier ou dossier depuis %1</numerusform>
            <numerusform>Copier %n fichiers ou dossiers depuis %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <comment>&quot;3 files, 1.2 MB&quot;; a folder</comment>
        <translation>%1 écrits dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n fichier, %1</numerusform>
            <numerusform>%n fichiers, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left out: devices, pipes and what would lie outside the folder</source>
        <translation>
            <numerusform>%n élément laissé de côté : périphériques, tubes et ce qui sortirait du dossier</numerusform>
            <numerusform>%n éléments laissés de côté : périphériques, tubes et ce qui sortirait du dossier</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine makes the archive</source>
        <translation>Le moteur prépare l’archive</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sizes</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Copy %1 to %2</source>
        <comment>a file; a container</comment>
        <translation>Copier %1 vers %2</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n file(s) or folder(s) to %1</source>
        <translation>
            <numerusform>Copier %n fichier ou dossier vers %1</numerusform>
            <numerusform>Copier %n fichiers ou dossiers vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent before stays in the container.</source>
        <translation>Ce qui a déjà été envoyé reste dans le conteneur.</translation>
    </message>
    <message>
        <source>Left out, because sockets cannot be sent: %1</source>
        <translation>Laissés de côté, car les sockets ne peuvent pas être envoyés : %1</translation>
    </message>
    <message>
        <source>The connection to the engine was lost before all was copied.</source>
        <translation>La connexion au moteur a été perdue avant que tout soit copié.</translation>
    </message>
    <message>
        <source>Reading what is to be copied</source>
        <translation>Lecture de ce qui doit être copié</translation>
    </message>
    <message>
        <source>The engine unpacks the files</source>
        <translation>Le moteur extrait les fichiers</translation>
    </message>
</context>
<context>
    <name>Gantry::FileExport</name>
    <message>
        <source>“%1” was not written: %2</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>The export to “%1” was cancelled. No file was left.</source>
        <translation>L’export vers «&#xa0;%1&#xa0;» a été annulé. Aucun fichier n’a été laissé.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. %2</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être écrit. %2</translation>
    </message>
</context>
<context>
    <name>Gantry::FileNotice</name>
    <message>
        <source>Read everything</source>
        <translation>Tout lire</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n name(s) so far.</source>
        <translation>
            <numerusform>%1 et %n nom jusqu’ici.</numerusform>
            <numerusform>%1 et %n noms jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is large.</source>
        <comment>a folder</comment>
        <translation>%1 est volumineux.</translation>
    </message>
    <message>
        <source>What is in it can only be read with all its files. Reading on may take a while.</source>
        <translation>Son contenu ne peut être lu qu’avec tous ses fichiers. Continuer peut prendre du temps.</translation>
    </message>
    <message>
        <source>Reading %1 from its archive…</source>
        <translation>Lecture de %1 depuis son archive…</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <comment>a folder</comment>
        <translation>%1 n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>There may be more in %1 than is shown.</source>
        <translation>Il y a peut-être plus dans %1 que ce qui est affiché.</translation>
    </message>
    <message>
        <source>%1 has no program that lists folders, and its engine knows “/” only together with all files.</source>
        <translation>%1 n’a pas de programme qui énumère les dossiers, et son moteur ne connaît « / » qu’avec tous les fichiers.</translation>
    </message>
    <message>
        <source>%1 is not running, and its engine knows “/” only together with all files.</source>
        <translation>%1 ne tourne pas, et son moteur ne connaît « / » qu’avec tous les fichiers.</translation>
    </message>
    <message>
        <source>The usual folders were looked up.</source>
        <translation>Les dossiers habituels ont été cherchés.</translation>
    </message>
</context>
<context>
    <name>Gantry::FilePlacing</name>
    <message>
        <source>There is something called “%1” in the folder already.</source>
        <translation>Le dossier contient déjà quelque chose nommé « %1 ».</translation>
    </message>
    <message>
        <source>“%1” cannot be put into the folder. %2</source>
        <translation>« %1 » ne peut pas être placé dans le dossier. %2</translation>
    </message>
    <message>
        <source>“%1” is a folder in the folder, and a file in the container.</source>
        <translation>« %1 » est un dossier ici et un fichier dans le conteneur.</translation>
    </message>
    <message>
        <source>“%1” is a folder in the container, and none in the folder.</source>
        <translation>« %1 » est un dossier dans le conteneur, mais pas ici.</translation>
    </message>
</context>
<context>
    <name>Gantry::FileRead</name>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>%1 is no file: it has no content to show.</source>
        <translation>%1 n’est pas un fichier : il n’a pas de contenu à montrer.</translation>
    </message>
</context>
<context>
    <name>Gantry::FileTreeModel</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln octet</numerusform>
            <numerusform>%Ln octets</numerusform>
        </translation>
    </message>
    <message>
        <source>User %1, group %2</source>
        <translation>Utilisateur %1, groupe %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
</context>
<context>
    <name>Gantry::FileView</name>
    <message>
        <source>Back to the folder (Esc)</source>
        <translation>Retour au dossier (Échap)</translation>
    </message>
    <message>
        <source>Back to the folder</source>
        <translation>Retour au dossier</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>the picture cannot be shown</source>
        <translation>l’image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>no text: its first %L1 bytes are shown</source>
        <translation>pas du texte : ses %L1 premiers octets sont affichés</translation>
    </message>
    <message>
        <source>no text: its bytes are shown</source>
        <translation>pas du texte : ses octets sont affichés</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>les %1 premiers sont affichés</translation>
    </message>
    <message>
        <source>not UTF-8: shown as Latin-1</source>
        <translation>pas de l’UTF-8 : affiché en Latin-1</translation>
    </message>
    <message>
        <source>Long lines are shortened; Save as has all of them.</source>
        <translation>Les longues lignes sont abrégées ; « Enregistrer sous » les donne en entier.</translation>
    </message>
</context>
<context>
    <name>Gantry::FilesPanel</name>
    <message>
        <source>The folder above (Backspace)</source>
        <translation>Dossier parent (Retour arrière)</translation>
    </message>
    <message>
        <source>The folder above</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Read the folder again (F5)</source>
        <translation>Relire le dossier (F5)</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Copy into the folder…</source>
        <translation>Copier dans le dossier…</translation>
    </message>
    <message>
        <source>Copy a folder into the folder…</source>
        <translation>Copier un dossier dans le dossier…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket: there is nothing to show.</source>
        <translation>%1 est un périphérique, un tube ou un socket : il n’y a rien à montrer.</translation>
    </message>
    <message>
        <source>There is no %1 in %2.</source>
        <comment>a path; a container</comment>
        <translation>Il n’y a pas de %1 dans %2.</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Tout lire</translation>
    </message>
    <message>
        <source>Read all files of %1?</source>
        <translation>Lire tous les fichiers de %1 ?</translation>
    </message>
    <message>
        <source>The engine sends all of them to tell their names: %1 of its image, and what was added since. What has been read is then shown without waiting.</source>
        <translation>Pour en connaître les noms, le moteur les envoie tous : %1 de son image, et ce qui s’y est ajouté depuis. Ce qui a été lu s’affiche ensuite sans attendre.</translation>
    </message>
    <message>
        <source>The engine sends all of them to tell their names. What has been read is then shown without waiting.</source>
        <translation>Pour en connaître les noms, le moteur les envoie tous. Ce qui a été lu s’affiche ensuite sans attendre.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1</source>
        <translation>
            <numerusform>%n sélectionné, %1</numerusform>
            <numerusform>%n sélectionnés, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>read from the archive: no program in the container lists folders</source>
        <translation>lu depuis l’archive : aucun programme du conteneur n’énumère les dossiers</translation>
    </message>
    <message>
        <source>read from the archive: the container is not running</source>
        <translation>lu depuis l’archive : le conteneur ne tourne pas</translation>
    </message>
    <message>
        <source>not all of it</source>
        <translation>pas en entier</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Save to folder</source>
        <translation>Enregistrer dans un dossier</translation>
    </message>
    <message>
        <source>Overwrite files</source>
        <translation>Remplacer des fichiers</translation>
    </message>
    <message>
        <source>Overwrite what is in “%1” already?</source>
        <translation>Remplacer ce qui existe déjà dans « %1 » ?</translation>
    </message>
    <message>
        <source>Files of the same name are replaced; folders become one.</source>
        <translation>Les fichiers du même nom sont remplacés ; les dossiers sont fusionnés.</translation>
    </message>
    <message numerus="yes">
        <source>Overwrite %n</source>
        <comment>files or folders</comment>
        <translation>
            <numerusform>Remplacer %n élément</numerusform>
            <numerusform>Remplacer %n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy a folder into the container</source>
        <translation>Copier un dossier dans le conteneur</translation>
    </message>
    <message>
        <source>Copy into the container</source>
        <translation>Copier dans le conteneur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Overwrite what is in %1 of %2 already?</source>
        <comment>a folder; a container</comment>
        <translation>Remplacer ce qui existe déjà dans %1 de %2 ?</translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n file(s) or folder(s): keep the button pressed until the drag begins.</source>
        <translation>
            <numerusform>%n fichier ou dossier arrive : gardez le bouton enfoncé jusqu’à ce que le glisser commence.</numerusform>
            <numerusform>%n fichiers ou dossiers arrivent : gardez le bouton enfoncé jusqu’à ce que le glisser commence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) are here: drag them again now, wherever they should go.</source>
        <translation>
            <numerusform>%n fichier ou dossier est prêt : glissez-le de nouveau là où il doit aller.</numerusform>
            <numerusform>%n fichiers ou dossiers sont prêts : glissez-les de nouveau là où ils doivent aller.</numerusform>
        </translation>
    </message>
    <message>
        <source>Overwrite what may be in %1 of %2 already?</source>
        <comment>a folder; a container</comment>
        <translation>Remplacer ce qui existe peut-être déjà dans %1 de %2 ?</translation>
    </message>
    <message>
        <source>Copy and overwrite</source>
        <translation>Copier et remplacer</translation>
    </message>
    <message>
        <source>No file or folder is selected.</source>
        <translation>Aucun fichier ni dossier n’est sélectionné.</translation>
    </message>
</context>
<context>
    <name>Gantry::FilesTar</name>
    <message>
        <source>“%1” cannot be sent. %2</source>
        <translation>« %1 » ne peut pas être envoyé. %2</translation>
    </message>
    <message>
        <source>“%1” cannot be read any more. %2</source>
        <translation>« %1 » ne peut plus être lu. %2</translation>
    </message>
    <message>
        <source>It is no file any more.</source>
        <translation>Ce n’est plus un fichier.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. %2</source>
        <translation>« %1 » ne peut pas être lu. %2</translation>
    </message>
    <message>
        <source>It has become shorter.</source>
        <translation>Il a raccourci.</translation>
    </message>
</context>
<context>
    <name>Gantry::FilesTree</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>Gantry::FindBar</name>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln remplacement</numerusform>
            <numerusform>%Ln remplacements</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Pas une expression régulière</translation>
    </message>
</context>
<context>
    <name>Gantry::FoldingForm</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Gantry::GrowingRows</name>
    <message>
        <source>Remove this row</source>
        <translation>Retirer cette ligne</translation>
    </message>
</context>
<context>
    <name>Gantry::HealthView</name>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>toutes les&#xa0;%1&#xa0;s</translation>
    </message>
    <message>
        <source>not probed yet</source>
        <translation>pas encore sondé</translation>
    </message>
    <message>
        <source>passed at %1 in %2</source>
        <translation>succès à %1 en %2</translation>
    </message>
    <message>
        <source>failed at %1 with exit code %2</source>
        <translation>échec à %1 avec le code de sortie %2</translation>
    </message>
</context>
<context>
    <name>Gantry::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Networks connect containers with each other.

Del	remove the chosen networks (asks once)
Ctrl+C	copy the name</source>
        <translation>Les réseaux relient les conteneurs entre eux.

Suppr	supprimer les réseaux sélectionnés (une seule confirmation)
Ctrl+C	copier le nom</translation>
    </message>
    <message>
        <source>PostgreSQL databases found in containers. Nothing has to be published: Gantry finds a way in.

Enter	open the SQL console
Ctrl+Return	run the statement at the cursor
Ctrl+Shift+Return	run everything
Ctrl+.	cancel
Ctrl+Up	history
F6	out of the editor, where Tab is a letter</source>
        <translation>Les bases de données PostgreSQL trouvées dans les conteneurs. Aucun port n’a besoin d’être publié&#xa0;: Gantry trouve un accès.

Entrée	ouvrir la console SQL
Ctrl+Retour	exécuter l’instruction sous le curseur
Ctrl+Maj+Retour	tout exécuter
Ctrl+.	annuler
Ctrl+Haut	historique
F6	quitter l’éditeur, où Tab est un caractère</translation>
    </message>
    <message>
        <source>In a terminal

Ctrl+Tab	out of it: all other keys are the program&apos;s
Ctrl+Shift+C, V	copy, paste
Ctrl+Shift+F	search
Ctrl+Shift+T, W	open another terminal, close this one
Shift+Page Up, Down	scroll
Ctrl++, Ctrl+-, Ctrl+0	larger, smaller, as usual
Shift with the mouse	select, where the program has the mouse</source>
        <translation>Dans un terminal

Ctrl+Tab	en sortir&#xa0;: toutes les autres touches sont au programme
Ctrl+Maj+C, V	copier, coller
Ctrl+Maj+F	rechercher
Ctrl+Maj+T, W	ouvrir un autre terminal, fermer celui-ci
Maj+Page préc., suiv.	faire défiler
Ctrl++, Ctrl+-, Ctrl+0	plus grand, plus petit, comme d’habitude
Maj avec la souris	sélectionner, là où le programme a la souris</translation>
    </message>
    <message>
        <source>Compose projects, whoever started them, and those you opened.

U, D	up, down
S, X, R	start, stop, restart
Del	take the project off the list; nothing is removed

While a service is chosen, U, S, X and R act on it alone, T opens a terminal in it and W says why it stopped.
Stop keeps the containers, Down removes them. Volumes stay, unless you choose to remove them, too.</source>
        <translation>Les projets Compose, qui que ce soit qui les ait démarrés, et ceux que vous avez ouverts.

U, D	up, down
S, X, R	démarrer, arrêter, redémarrer
Suppr	retirer le projet de la liste&#xa0;; rien n’est supprimé

Tant qu’un service est choisi, U, S, X et R n’agissent que sur lui, T y ouvre un terminal et W dit pourquoi il s’est arrêté.
Arrêter garde les conteneurs, Down les supprime. Les volumes restent, sauf si vous choisissez de les supprimer aussi.</translation>
    </message>
    <message>
        <source>The images on the engine: what containers are made from.

Del	remove the chosen images (asks once)
Ctrl+C	copy the name
Save and Load write images to tar files and read them again; Measure sizes says what each image takes that no other one shares.</source>
        <translation>Les images du moteur&#xa0;: ce dont les conteneurs sont faits.

Suppr	supprimer les images choisies (demande une fois)
Ctrl+C	copier le nom
Enregistrer et Charger écrivent les images dans des fichiers tar et les relisent&#xa0;; Mesurer les tailles dit ce que chaque image occupe sans le partager.</translation>
    </message>
    <message>
        <source>Volumes hold the data of containers and outlive them.

Del	remove the chosen volumes with their data (asks once)
Ctrl+C	copy the name
Sizes are measured when you ask for them: the engine reads every file for it.</source>
        <translation>Les volumes gardent les données des conteneurs et leur survivent.

Suppr	supprimer les volumes choisis avec leurs données (demande une fois)
Ctrl+C	copier le nom
Les tailles sont mesurées à votre demande&#xa0;: le moteur lit chaque fichier pour cela.</translation>
    </message>
    <message>
        <source>What can be freed on the engine&apos;s disk, by name and size. Nothing goes before you have chosen it and said yes.

Space	choose the row, or all of a kind
Left, Right	fold, unfold

What could be lost for good is never chosen by itself: containers hold what was written into them, volumes hold data.
What a stopped container uses shows up when that container is gone.
At least: images that go together share layers. At most: the build cache keeps layers of images.</source>
        <translation>Ce qui peut être libéré sur le disque du moteur, par nom et par taille. Rien ne disparaît avant que vous l’ayez choisi et confirmé.

Espace	choisir la ligne, ou toute une catégorie
Gauche, Droite	replier, déplier

Ce qui pourrait être perdu pour de bon n’est jamais choisi d’office&#xa0;: les conteneurs gardent ce qui y a été écrit, les volumes gardent des données.
Ce qu’un conteneur arrêté utilise apparaît quand ce conteneur a disparu.
Au moins&#xa0;: des images supprimées ensemble partagent des couches. Au plus&#xa0;: le cache de construction garde des couches d’images.</translation>
    </message>
    <message>
        <source>In a log

Ctrl+F, F3	search, next match
F8	next error
W	wrap long lines
J	JSON lines as they came
End	to the end, and stay there
L	on a project or several containers: their logs as one</source>
        <translation>Dans un journal

Ctrl+F, F3	rechercher, occurrence suivante
F8	erreur suivante
W	renvoyer les longues lignes à la ligne
J	lignes JSON telles qu’elles sont arrivées
Fin	aller à la fin, et y rester
L	sur un projet ou plusieurs conteneurs&#xa0;: leurs journaux en un seul</translation>
    </message>
    <message>
        <source>Every container of the engine, live, by Compose project.

S, X, R, Del	start, stop, restart, remove the chosen containers
L, T, M, F, I	logs, terminal, what they use, files, inspect
W	why it stopped, restarts or is unhealthy
Filter words	state:running  project:tp1  image:postgres  port:8000  label:name</source>
        <translation>Tous les conteneurs du moteur, en direct, par projet Compose.

S, X, R, Suppr	démarrer, arrêter, redémarrer, supprimer les conteneurs sélectionnés
L, T, M, F, I	journaux, terminal, consommation, fichiers, inspection
W	pourquoi un conteneur s’est arrêté, redémarre ou est défaillant
Mots de filtre	state:running  project:tp1  image:postgres  port:8000  label:name</translation>
    </message>
    <message>
        <source>Among files

Return	open the folder or the file
Backspace, Alt+Up	the folder above
F5	read the folder again
Ctrl+C, Ctrl+V	copy the path; copy files of the clipboard into the folder
Drag and drop	copies into a folder of the container, and out of it</source>
        <translation>Parmi les fichiers

Entrée	ouvrir le dossier ou le fichier
Retour arrière, Alt+Haut	le dossier parent
F5	relire le dossier
Ctrl+C, Ctrl+V	copier le chemin ; copier les fichiers du presse-papiers dans le dossier
Glisser-déposer	copie dans un dossier du conteneur, et en dehors</translation>
    </message>
    <message>
        <source>Everywhere

Ctrl+K	go to or run anything by its name
Ctrl+1 to Ctrl+7	pages
Ctrl+F	filter
Ctrl+Shift+D	a log, terminal or SQL console: a window of its own, and back
Ctrl+L	operations: every action with its shell command
Ctrl+O	open a Compose project
Ctrl+,	settings
F5	connect and list again (never needed)
Ctrl+Q	quit; containers go on running</source>
        <translation>Partout

Ctrl+K	aller à un élément ou lancer une action par son nom
Ctrl+1 à Ctrl+7	pages
Ctrl+F	filtrer
Ctrl+Maj+D	un journal, un terminal ou une console SQL : dans une fenêtre à part, et retour
Ctrl+L	opérations&#xa0;: chaque action avec sa commande shell
Ctrl+O	ouvrir un projet Compose
Ctrl+,	paramètres
F5	se reconnecter et recharger les listes (jamais nécessaire)
Ctrl+Q	quitter&#xa0;; les conteneurs restent en marche</translation>
    </message>
</context>
<context>
    <name>Gantry::HistoryModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <comment>3 minutes ago</comment>
        <translation>échec, %1</translation>
    </message>
    <message>
        <source>cancelled, %1</source>
        <comment>3 minutes ago</comment>
        <translation>annulé, %1</translation>
    </message>
</context>
<context>
    <name>Gantry::HistoryPopup</name>
    <message>
        <source>Search the history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>Only this database</source>
        <translation>Cette base de données seulement</translation>
    </message>
    <message>
        <source>Nothing was run that matches.</source>
        <translation>Rien de ce qui a été exécuté ne correspond.</translation>
    </message>
    <message>
        <source>SQL history</source>
        <translation>Historique SQL</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpCall</name>
    <message numerus="yes">
        <source>the answer is larger than %n MiB</source>
        <translation>
            <numerusform>la réponse dépasse %n&#xa0;Mio</numerusform>
            <numerusform>la réponse dépasse %n&#xa0;Mio</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::HttpCheck</name>
    <message>
        <source>Nothing listens there: the connection was refused.</source>
        <translation>Rien n’écoute à cet endroit&#xa0;: la connexion a été refusée.</translation>
    </message>
    <message>
        <source>Is the port published, and has the program started?</source>
        <translation>Le port est-il publié, et le programme a-t-il démarré&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>Aucune réponse en %n seconde.</numerusform>
            <numerusform>Aucune réponse en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program has taken the connection and says nothing: its log may tell why.</source>
        <translation>Le programme a accepté la connexion et ne dit rien&#xa0;: son journal dit peut-être pourquoi.</translation>
    </message>
    <message>
        <source>The connection was closed without an answer.</source>
        <translation>La connexion a été fermée sans réponse.</translation>
    </message>
    <message>
        <source>The program may still be starting, or listens on 127.0.0.1 inside the container, where the published port does not reach it: let it listen on 0.0.0.0.</source>
        <translation>Le programme démarre peut-être encore, ou écoute sur 127.0.0.1 dans le conteneur, où le port publié ne l’atteint pas&#xa0;: faites-le écouter sur 0.0.0.0.</translation>
    </message>
    <message>
        <source>The host %1 is unknown.</source>
        <translation>L’hôte %1 est inconnu.</translation>
    </message>
    <message>
        <source>The encryption failed: %1</source>
        <translation>Le chiffrement a échoué&#xa0;: %1</translation>
    </message>
    <message>
        <source>No HTTP answer came: %1</source>
        <translation>Aucune réponse HTTP&#xa0;: %1</translation>
    </message>
    <message>
        <source>Is it a web server that listens there?</source>
        <translation>Est-ce bien un serveur web qui écoute là&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpClient</name>
    <message>
        <source>HTTP status %1</source>
        <translation>Statut HTTP %1</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpConnection</name>
    <message numerus="yes">
        <source>no answer for %n second(s)</source>
        <translation>
            <numerusform>pas de réponse depuis %n seconde</numerusform>
            <numerusform>pas de réponse depuis %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>the engine closed the connection</source>
        <translation>le moteur a fermé la connexion</translation>
    </message>
    <message>
        <source>the answer is not HTTP (%1)</source>
        <translation>la réponse n’est pas du HTTP (%1)</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpEventStream</name>
    <message>
        <source>an event is not readable (%1)</source>
        <translation>un événement est illisible (%1)</translation>
    </message>
    <message>
        <source>an event has no end</source>
        <translation>un événement n’a pas de fin</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpExecStream</name>
    <message>
        <source>the output is not in the engine&apos;s format of frames</source>
        <translation>la sortie n’est pas au format de trames du moteur</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpLogStream</name>
    <message>
        <source>the output is not in the engine&apos;s format of frames</source>
        <translation>la sortie n’est pas au format de trames du moteur</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpProgressStream</name>
    <message>
        <source>a message has no end</source>
        <translation>un message n’a pas de fin</translation>
    </message>
    <message>
        <source>a message is not readable (%1)</source>
        <translation>un message est illisible (%1)</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpStatsStream</name>
    <message>
        <source>what a container uses has no end</source>
        <translation>la mesure d’un conteneur n’a pas de fin</translation>
    </message>
</context>
<context>
    <name>Gantry::HttpStream</name>
    <message>
        <source>the engine did not hand over the connection (HTTP status %1)</source>
        <translation>le moteur n’a pas cédé la connexion (statut HTTP %1)</translation>
    </message>
</context>
<context>
    <name>Gantry::Humanize</name>
    <message>
        <source>B</source>
        <translation>o</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>To</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>Po</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>il y a %n semaine</numerusform>
            <numerusform>il y a %n semaines</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a month&apos;s name</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>in %1 %2</source>
        <comment>a month&apos;s name and the year</comment>
        <translation>en %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1&#xa0;h</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt;&#xa0;1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>&lt;%1 ms</source>
        <translation>&lt;%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageArchive</name>
    <message>
        <source>The archive that the engine sent is not whole.</source>
        <translation>L’archive envoyée par le moteur n’est pas entière.</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageBuild</name>
    <message>
        <source>Build %1</source>
        <translation>Construire %1</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Lecture du dossier</translation>
    </message>
    <message>
        <source>Could not build %1.</source>
        <translation>Impossible de construire %1.</translation>
    </message>
    <message>
        <source>Starting BuildKit</source>
        <translation>Démarrage de BuildKit</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>Attente du moteur</translation>
    </message>
    <message>
        <source>Sending the folder: %1 of %2</source>
        <translation>Envoi du dossier&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Étape %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Could not build %1: line %2 of %3 failed.</source>
        <comment>an image; a number; Dockerfile</comment>
        <translation>Impossible de construire %1&#xa0;: la ligne %2 de %3 a échoué.</translation>
    </message>
    <message>
        <source>Looking up the logins to registries</source>
        <translation>Recherche des identifiants pour les registres</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageDetailsPane</name>
    <message>
        <source>Image details</source>
        <translation>Détails de l’image</translation>
    </message>
    <message>
        <source>An image is a file system in read-only layers, and how to start a program in it: one for all its containers.
A container is a process on top of such layers, with a layer of its own to write into, which goes with it.</source>
        <translation>Une image est un système de fichiers en couches en lecture seule, et la façon d’y lancer un programme&#xa0;: une pour tous ses conteneurs.
Un conteneur est un processus au-dessus de ces couches, avec une couche à lui où écrire, qui disparaît avec lui.</translation>
    </message>
    <message>
        <source>How it was made, the last step first</source>
        <translation>Comment elle a été faite, dernière étape en tête</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Unshared</source>
        <translation>Non partagé</translation>
    </message>
    <message>
        <source>%1; %2 shared with other images</source>
        <comment>sizes</comment>
        <translation>%1&#xa0;; %2 partagés avec d’autres images</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>no container</source>
        <translation>aucun conteneur</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageHistoryModel</name>
    <message>
        <source>It only changes settings.</source>
        <translation>Elle ne change que des réglages.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Ajoute</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageLoad</name>
    <message>
        <source>“%1” cannot be read. %2</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu. %2</translation>
    </message>
    <message>
        <source>“%1” is no archive of images: it is no tar file.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une archive d’images&#xa0;: ce n’est pas un fichier tar.</translation>
    </message>
    <message>
        <source>The engine did not load “%1”: %2</source>
        <translation>Le moteur n’a pas chargé «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>It has become shorter.</source>
        <translation>Il a raccourci.</translation>
    </message>
</context>
<context>
    <name>Gantry::ImageModel</name>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisée par</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>%1 of its own, %2 shared with other images</source>
        <comment>sizes</comment>
        <translation>%1 en propre, %2 partagés avec d’autres images</translation>
    </message>
    <message>
        <source>Unshared</source>
        <translation>Non partagé</translation>
    </message>
</context>
<context>
    <name>Gantry::ImagePull</name>
    <message>
        <source>Looking up the credentials for %1</source>
        <translation>Recherche des identifiants pour %1</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>Télécharger %1</translation>
    </message>
    <message>
        <source>Could not pull %1.</source>
        <translation>Impossible de télécharger %1.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Demande à %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ImagesPage</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Filter by name, ID, project…</source>
        <translation>Filtrer par nom, ID, projet…</translation>
    </message>
    <message>
        <source>The engine has no images. They come with the first project or container.</source>
        <translation>Le moteur n’a aucune image. Elles arrivent avec le premier projet ou conteneur.</translation>
    </message>
    <message>
        <source>Copy image name</source>
        <translation>Copier le nom de l’image</translation>
    </message>
    <message>
        <source>Copy image ID</source>
        <translation>Copier l’ID de l’image</translation>
    </message>
    <message>
        <source>Remove images…</source>
        <translation>Supprimer les images…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucune pour l’instant</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>&quot;41 images&quot; and a size: shared layers count once on disk</comment>
        <translation>%1, au plus %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Supprimer les images</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)?</source>
        <translation>
            <numerusform>Supprimer %n image&#xa0;?</numerusform>
            <numerusform>Supprimer %n images&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>They must be pulled or built again before a container can be made from them.</source>
        <translation>Elles devront être téléchargées ou construites à nouveau avant de pouvoir servir à créer un conteneur.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Supprimer %n image</numerusform>
            <numerusform>Supprimer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Lancer…</translation>
    </message>
    <message>
        <source>Make a container of the chosen image and start it</source>
        <translation>Créer un conteneur à partir de l’image choisie et le démarrer</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>Télécharger une image</translation>
    </message>
    <message>
        <source>Get an image from a registry</source>
        <translation>Obtenir une image d’un registre</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Choose one image on the page Images.</source>
        <translation>Choisissez une image sur la page Images.</translation>
    </message>
    <message>
        <source>Archives of images (*.tar *.tar.gz *.tgz);;All files (*)</source>
        <translation>Archives d’images (*.tar *.tar.gz *.tgz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>Enregistrer des images</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Charger des images</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisés</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>Tag image…</source>
        <translation>Nommer l’image…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Nommer…</translation>
    </message>
    <message>
        <source>Give the image one more name</source>
        <translation>Donner un nom de plus à l’image</translation>
    </message>
    <message>
        <source>Untag image</source>
        <translation>Retirer le nom de l’image</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>Retirer le nom</translation>
    </message>
    <message>
        <source>Take the name away; the image stays</source>
        <translation>Retirer ce nom&#xa0;; l’image reste</translation>
    </message>
    <message>
        <source>Save images…</source>
        <translation>Enregistrer des images…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Write the images to a tar file</source>
        <translation>Écrire les images dans un fichier tar</translation>
    </message>
    <message>
        <source>Load images…</source>
        <translation>Charger des images…</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Charger…</translation>
    </message>
    <message>
        <source>Read images from tar files</source>
        <translation>Lire des images depuis des fichiers tar</translation>
    </message>
    <message>
        <source>Measure images</source>
        <translation>Mesurer les images</translation>
    </message>
    <message>
        <source>Measure sizes</source>
        <translation>Mesurer les tailles</translation>
    </message>
    <message>
        <source>Ask the engine what each image takes that no other one shares</source>
        <translation>Demander au moteur ce que chaque image occupe sans le partager</translation>
    </message>
    <message>
        <source>Choose one image only.</source>
        <translation>Ne choisissez qu’une image.</translation>
    </message>
    <message>
        <source>It is the only name: without it, the image goes, too. That is what Remove does.</source>
        <translation>C’est le seul nom&#xa0;: sans lui, l’image disparaît aussi. C’est ce que fait Supprimer.</translation>
    </message>
    <message>
        <source>%1, used by %2</source>
        <comment>an image; a container, or &quot;3 containers&quot;</comment>
        <translation>%1, utilisé par %2</translation>
    </message>
    <message>
        <source>The engine refuses images that containers use. With force it takes the names of those whose containers are stopped; running containers keep theirs.</source>
        <translation>Le moteur refuse les images que des conteneurs utilisent. En forçant, il retire les noms de celles dont les conteneurs sont arrêtés&#xa0;; les conteneurs en marche gardent les leurs.</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Forcer</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>Construire une image</translation>
    </message>
    <message>
        <source>Make an image from a folder with a Dockerfile</source>
        <translation>Créer une image à partir d’un dossier avec un Dockerfile</translation>
    </message>
    <message>
        <source>%1: the name only</source>
        <comment>of an image that stays</comment>
        <translation>%1 : le nom seulement</translation>
    </message>
    <message>
        <source>Remove names of images</source>
        <translation>Retirer des noms d’images</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n name(s)?</source>
        <translation>
            <numerusform>Retirer %n nom ?</numerusform>
            <numerusform>Retirer %n noms ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else goes: the images stay under their other names.</source>
        <translation>Rien d’autre ne disparaît : les images restent sous leurs autres noms.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n name(s)</source>
        <translation>
            <numerusform>Retirer %n nom</numerusform>
            <numerusform>Retirer %n noms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s) and names of others?</source>
        <translation>
            <numerusform>Supprimer %n image et des noms d’autres ?</numerusform>
            <numerusform>Supprimer %n images et des noms d’autres ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Of those with other names the name goes only; they stay.</source>
        <translation>Celles qui ont d’autres noms ne perdent que ce nom et restent.</translation>
    </message>
    <message>
        <source>Remove images and names</source>
        <translation>Supprimer les images et les noms</translation>
    </message>
</context>
<context>
    <name>Gantry::InspectView</name>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspecter</translation>
    </message>
    <message>
        <source>Show secret values</source>
        <translation>Afficher les valeurs secrètes</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the inspection</source>
        <translation>Rechercher dans l’inspection</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucune correspondance</translation>
    </message>
</context>
<context>
    <name>Gantry::ListPage</name>
    <message>
        <source>Copy name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 sur %2 affichés</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Rien ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Choose something on the page %1 first.</source>
        <translation>Sélectionnez d’abord un élément sur la page %1.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Gantry::LiveContainers</name>
    <message>
        <source>follow the engine&apos;s events</source>
        <translation>suivre les événements du moteur</translation>
    </message>
    <message numerus="yes">
        <source>no answer for %n second(s)</source>
        <translation>
            <numerusform>pas de réponse depuis %n seconde</numerusform>
            <numerusform>pas de réponse depuis %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>the engine ended the stream</source>
        <translation>le moteur a mis fin au flux</translation>
    </message>
</context>
<context>
    <name>Gantry::LogBeginningDialog</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>Gantry::LogMenu</name>
    <message>
        <source>From the beginning</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>The last %1 lines</source>
        <translation>Les %1 dernières lignes</translation>
    </message>
    <message>
        <source>Since 10 minutes ago</source>
        <translation>Depuis 10 minutes</translation>
    </message>
    <message>
        <source>Since an hour ago</source>
        <translation>Depuis une heure</translation>
    </message>
    <message>
        <source>Since a day ago</source>
        <translation>Depuis un jour</translation>
    </message>
    <message>
        <source>Since…</source>
        <translation>Depuis…</translation>
    </message>
    <message>
        <source>Save all lines…</source>
        <translation>Enregistrer toutes les lignes…</translation>
    </message>
    <message>
        <source>Save the shown lines…</source>
        <translation>Enregistrer les lignes affichées…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Forget the lines here; the engine keeps its log.</source>
        <translation>Oublie les lignes ici&#xa0;; le moteur garde son journal.</translation>
    </message>
    <message>
        <source>All lines are shown.</source>
        <translation>Toutes les lignes sont affichées.</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer les longues lignes à la ligne</translation>
    </message>
    <message>
        <source>JSON lines as they came</source>
        <translation>Lignes JSON telles qu’elles sont arrivées</translation>
    </message>
    <message>
        <source>The last %1 lines…</source>
        <translation>Les %1 dernières lignes…</translation>
    </message>
    <message>
        <source>The last lines…</source>
        <translation>Les dernières lignes…</translation>
    </message>
    <message>
        <source>Since %1…</source>
        <translation>Depuis %1…</translation>
    </message>
</context>
<context>
    <name>Gantry::LogPanel</name>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Tout charger</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Stay at the end while new lines come (End)</source>
        <translation>Rester à la fin quand de nouvelles lignes arrivent (Fin)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Only the first %1 lines were copied</source>
        <translation>Seules les %1 premières lignes ont été copiées</translation>
    </message>
    <message>
        <source>Read the log from its beginning</source>
        <translation>Lire le journal depuis le début</translation>
    </message>
    <message>
        <source>All lines of the log are here.</source>
        <translation>Toutes les lignes du journal sont ici.</translation>
    </message>
    <message>
        <source>the last %1 lines</source>
        <translation>les %1 dernières lignes</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 ligne</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 lignes</translation>
    </message>
    <message>
        <source>%1 older lines were dropped</source>
        <translation>%1 lignes plus anciennes ont été écartées</translation>
    </message>
    <message>
        <source>%1 in memory</source>
        <translation>%1 en mémoire</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Erreur suivante</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Pas une expression régulière&#xa0;: %1</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <source>Next line that calls itself an error (F8; Shift+F8: the one before)</source>
        <translation>Ligne suivante qui se dit une erreur (F8&#xa0;; Maj+F8&#xa0;: la précédente)</translation>
    </message>
    <message>
        <source>No line calls itself an error.</source>
        <translation>Aucune ligne ne se dit une erreur.</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <comment>lines</comment>
        <translation>%1 affichées</translation>
    </message>
    <message>
        <source>More for this log</source>
        <translation>Autres actions pour ce journal</translation>
    </message>
    <message>
        <source>cleared at %1</source>
        <translation>effacé à %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Save log to %1</source>
        <translation>Enregistrer le journal dans %1</translation>
    </message>
    <message>
        <source>%L1 of %L2 lines</source>
        <translation>%L1 sur %L2 lignes</translation>
    </message>
    <message>
        <source>%L1 lines written to %2
</source>
        <translation>%L1 lignes écrites dans %2
</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Log files (*.log);;All files (*)</source>
        <translation>Journaux (*.log);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>Avertissement suivant</translation>
    </message>
    <message>
        <source>Wrap long lines (W)</source>
        <translation>Renvoyer les longues lignes à la ligne (W)</translation>
    </message>
    <message>
        <source>Save the shown lines…</source>
        <translation>Enregistrer les lignes affichées…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erreur</numerusform>
            <numerusform>%Ln erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>Next line that calls itself a warning</source>
        <translation>Ligne suivante qui se dit avertissement</translation>
    </message>
    <message>
        <source>No line calls itself a warning.</source>
        <translation>Aucune ligne ne se dit avertissement.</translation>
    </message>
    <message>
        <source>older lines cannot be kept on the disk: %1</source>
        <translation>les lignes plus anciennes ne peuvent pas être gardées sur le disque&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 on the disk</source>
        <translation>%1 sur le disque</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a match, and how many there are</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>matches; lines with them</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln occurrence</numerusform>
            <numerusform>%Ln occurrences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::LogSave</name>
    <message>
        <source>Older lines could not be read back from the temporary file.</source>
        <translation>Les lignes plus anciennes n’ont pas pu être relues dans le fichier temporaire.</translation>
    </message>
</context>
<context>
    <name>Gantry::LogSearchBar</name>
    <message>
        <source>Search log</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Seulement les lignes trouvées</translation>
    </message>
    <message>
        <source>Without matches</source>
        <translation>Sans les lignes trouvées</translation>
    </message>
    <message>
        <source>No lines around them</source>
        <translation>Sans lignes autour</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>%n ligne avant et après</numerusform>
            <numerusform>%n lignes avant et après</numerusform>
        </translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sans les heures</translation>
    </message>
    <message>
        <source>Local times</source>
        <translation>Heures locales</translation>
    </message>
    <message>
        <source>UTC times</source>
        <translation>Heures UTC</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Depuis combien de temps</translation>
    </message>
    <message>
        <source>Times of the lines</source>
        <translation>Heures des lignes</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Erreurs seulement</translation>
    </message>
    <message>
        <source>Search within these lines</source>
        <translation>Chercher dans ces lignes</translation>
    </message>
    <message>
        <source>Keep what is looked for as the filter, so that the field is free for another search.</source>
        <translation>Garder ce qui est cherché comme filtre, pour que le champ soit libre pour une autre recherche.</translation>
    </message>
    <message>
        <source>Only lines without “%1”</source>
        <translation>Seulement les lignes sans «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Only lines with “%1”</source>
        <translation>Seulement les lignes avec «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Show all lines again</source>
        <translation>Réafficher toutes les lignes</translation>
    </message>
</context>
<context>
    <name>Gantry::LogSinceDialog</name>
    <message>
        <source>Read the log since</source>
        <translation>Lire le journal depuis</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Lines that are not older than:</source>
        <translation>Lignes qui ne datent pas d’avant&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Gantry::LogTailDialog</name>
    <message>
        <source>Read the last lines</source>
        <translation>Lire les dernières lignes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>How many of the last lines, of each container:</source>
        <translation>Combien des dernières lignes, de chaque conteneur&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Gantry::LogView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Sortie d’erreur</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer les longues lignes à la ligne</translation>
    </message>
    <message>
        <source>JSON lines as they came</source>
        <translation>Lignes JSON telles qu’elles sont arrivées</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Gantry::LoginForm</name>
    <message>
        <source>Remember the password in the keychain</source>
        <translation>Mémoriser le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel login</source>
        <translation>Annuler l’identification</translation>
    </message>
</context>
<context>
    <name>Gantry::LoginReader</name>
    <message>
        <source>The container must run for %1 to be read in it.</source>
        <translation>Le conteneur doit être en marche pour que %1 puisse y être lu.</translation>
    </message>
    <message>
        <source>Could not read %1 in the container: “%2”</source>
        <translation>Impossible de lire %1 dans le conteneur&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Gantry::MainWindow</name>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The engine is connected.</source>
        <translation>Le moteur est connecté.</translation>
    </message>
    <message>
        <source>Quit Gantry</source>
        <translation>Quitter Gantry</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) still run. Quit all the same?</source>
        <translation>
            <numerusform>%n opération est encore en cours. Quitter quand même&#xa0;?</numerusform>
            <numerusform>%n opérations sont encore en cours. Quitter quand même&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the engine has begun it will finish; Compose runs are interrupted.</source>
        <translation>Ce que le moteur a commencé, il le terminera&#xa0;; les exécutions de Compose sont interrompues.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open the Compose project in a folder</source>
        <translation>Ouvrir le projet Compose d’un dossier</translation>
    </message>
    <message>
        <source>Open Compose file…</source>
        <translation>Ouvrir un fichier Compose…</translation>
    </message>
    <message>
        <source>Open a Compose file as a project</source>
        <translation>Ouvrir un fichier Compose comme projet</translation>
    </message>
    <message>
        <source>Start the sample</source>
        <translation>Démarrer l’exemple</translation>
    </message>
    <message>
        <source>Copy the sample project, a small web API with its database, to a folder and start it</source>
        <translation>Copier le projet d’exemple, une petite API web avec sa base de données, dans un dossier et le démarrer</translation>
    </message>
    <message>
        <source>Go to or run anything</source>
        <translation>Aller à un élément ou lancer une action</translation>
    </message>
    <message>
        <source>Find every action, page, container and project by its name</source>
        <translation>Retrouver par leur nom actions, pages, conteneurs et projets</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter or search on this page</source>
        <translation>Filtrer ou rechercher sur cette page</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Connect and list again; never needed, the lists are live</source>
        <translation>Se reconnecter et recharger les listes&#xa0;; jamais nécessaire, elles se mettent à jour d’elles-mêmes</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Show every action with its shell command and output</source>
        <translation>Afficher chaque action avec sa commande shell et sa sortie</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Help of this page</source>
        <translation>Aide de cette page</translation>
    </message>
    <message>
        <source>About Gantry</source>
        <translation>À propos de Gantry</translation>
    </message>
    <message>
        <source>Quit Gantry; containers go on running</source>
        <translation>Quitter Gantry&#xa0;; les conteneurs restent en marche</translation>
    </message>
    <message>
        <source>Open a Compose project</source>
        <translation>Ouvrir un projet Compose</translation>
    </message>
    <message>
        <source>Open a Compose file</source>
        <translation>Ouvrir un fichier Compose</translation>
    </message>
    <message>
        <source>Compose files (*.yaml *.yml);;All files (*)</source>
        <translation>Fichiers Compose (*.yaml *.yml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Aide&#xa0;: %1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Gantry %1</source>
        <translation>Gantry %1</translation>
    </message>
    <message>
        <source>Containers, Compose projects and their databases in one window.

Free software under the GNU General Public License, version 3 or later. Qt %1.</source>
        <translation>Conteneurs, projets Compose et leurs bases de données dans une seule fenêtre.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Qt %1.</translation>
    </message>
    <message>
        <source>Choose a database first.</source>
        <translation>Choisissez d’abord une base de données.</translation>
    </message>
    <message>
        <source>There is no notice to hide.</source>
        <translation>Il n’y a pas d’avis à masquer.</translation>
    </message>
    <message>
        <source>Your Docker context could not be used.</source>
        <translation>Votre contexte Docker n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>Hide notice</source>
        <translation>Masquer l’avis</translation>
    </message>
    <message>
        <source>Nothing can be sorted here.</source>
        <translation>Rien ne peut être trié ici.</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Trier par…</translation>
    </message>
    <message>
        <source>Choose the column by which the list is sorted</source>
        <translation>Choisir la colonne selon laquelle la liste est triée</translation>
    </message>
    <message>
        <source>%1 — Gantry</source>
        <comment>title of the window</comment>
        <translation>%1 — Gantry</translation>
    </message>
    <message>
        <source>Connect to the engine again</source>
        <translation>Se reconnecter au moteur</translation>
    </message>
    <message>
        <source>Hide the notice above the page</source>
        <translation>Masquer l’avis au-dessus de la page</translation>
    </message>
    <message>
        <source>Projects that were opened from files and consoles are shown; the rest needs an engine.</source>
        <translation>Les consoles et les projets ouverts à partir de fichiers sont affichés&#xa0;; le reste a besoin d’un moteur.</translation>
    </message>
    <message>
        <source>Settings cannot be saved in %1</source>
        <translation>Les réglages ne peuvent pas être enregistrés dans %1</translation>
    </message>
    <message>
        <source>Consoles or terminals would lose something. Quit all the same?</source>
        <translation>Des consoles ou des terminaux perdraient quelque chose. Quitter quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Clean up…</source>
        <translation>Nettoyer…</translation>
    </message>
    <message>
        <source>See what can be freed on the engine&apos;s disk, and free it</source>
        <translation>Voir ce qui peut être libéré sur le disque du moteur, et le libérer</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Nettoyer</translation>
    </message>
    <message>
        <source>Nothing here can have a window of its own.</source>
        <translation>Rien ici ne peut avoir une fenêtre à part.</translation>
    </message>
</context>
<context>
    <name>Gantry::MergedLogPanel</name>
    <message>
        <source>Lines of %1</source>
        <translation>Lignes de %1</translation>
    </message>
    <message>
        <source>Show or hide the lines of %1</source>
        <translation>Afficher ou masquer les lignes de %1</translation>
    </message>
</context>
<context>
    <name>Gantry::MergedLogReader</name>
    <message>
        <source>another container took its place</source>
        <translation>un autre conteneur a pris sa place</translation>
    </message>
</context>
<context>
    <name>Gantry::MessagesView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Done, %1</source>
        <translation>Terminé, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cancelled after %1: %2
%3</source>
        <translation>Annulé après %1&#xa0;: %2
%3</translation>
    </message>
    <message>
        <source>%1
after %2 in line %3: %4</source>
        <translation>%1
après %2 à la ligne %3&#xa0;: %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more notice(s) came and are not shown.</source>
        <translation>
            <numerusform>%Ln autre notification est arrivée et n’est pas affichée.</numerusform>
            <numerusform>%Ln autres notifications sont arrivées et ne sont pas affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how a statement ended, and its beginning</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::MetaCommand</name>
    <message>
        <source>“%1” is a command of psql that the console does not have. Nothing was sent. It has \d, \dt, \dv, \dm, \di, \ds, \dE, \l, \x and \conninfo.</source>
        <translation>«&#xa0;%1&#xa0;» est une commande de psql que la console ne connaît pas. Rien n’a été envoyé. Elle connaît \d, \dt, \dv, \dm, \di, \ds, \dE, \l, \x et \conninfo.</translation>
    </message>
    <message>
        <source>You are connected to database &quot;%1&quot; as user &quot;%2&quot;</source>
        <translation>Vous êtes connecté à la base de données «&#xa0;%1&#xa0;» en tant qu’utilisateur «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 via socket in &quot;%2&quot; at port &quot;%3&quot;.</source>
        <translation>%1 via le socket dans «&#xa0;%2&#xa0;» sur le port «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>%1 on host &quot;%2&quot; at port &quot;%3&quot;.</source>
        <translation>%1 sur l’hôte «&#xa0;%2&#xa0;», port «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>%1 on host &quot;%2&quot; (address &quot;%3&quot;) at port &quot;%4&quot;.</source>
        <translation>%1 sur l’hôte «&#xa0;%2&#xa0;» (adresse «&#xa0;%3&#xa0;»), port «&#xa0;%4&#xa0;».</translation>
    </message>
    <message>
        <source>%1: extra argument &quot;%2&quot; ignored</source>
        <translation>%1&#xa0;: argument supplémentaire «&#xa0;%2&#xa0;» ignoré</translation>
    </message>
    <message>
        <source>unrecognized value &quot;%1&quot; for &quot;expanded&quot;
Available values are: on, off, auto.</source>
        <translation>valeur «&#xa0;%1&#xa0;» non reconnue pour «&#xa0;expanded&#xa0;»
Les valeurs possibles sont&#xa0;: on, off, auto.</translation>
    </message>
</context>
<context>
    <name>Gantry::MountRows</name>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>/path in the container</source>
        <translation>/chemin interne</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Choisir le dossier…</translation>
    </message>
    <message>
        <source>Mount %1, kind</source>
        <translation>Montage %1, genre</translation>
    </message>
    <message>
        <source>Mount %1, volume or folder</source>
        <translation>Montage %1, volume ou dossier</translation>
    </message>
    <message>
        <source>Mount %1, path in the container</source>
        <translation>Montage %1, chemin dans le conteneur</translation>
    </message>
    <message>
        <source>Mount %1, read only</source>
        <translation>Montage %1, lecture seule</translation>
    </message>
    <message>
        <source>Name, or a new one</source>
        <translation>Nom, ou un nouveau</translation>
    </message>
    <message>
        <source>/folder of the engine&apos;s machine</source>
        <translation>/dossier de la machine du moteur</translation>
    </message>
    <message>
        <source>gone when it stops</source>
        <translation>perdue à l’arrêt</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>Dossier à monter</translation>
    </message>
</context>
<context>
    <name>Gantry::NameList</name>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
</context>
<context>
    <name>Gantry::NamePattern</name>
    <message>
        <source>improper qualified name (too many dotted names): %1</source>
        <translation>nom qualifié incorrect (trop de noms séparés par des points)&#xa0;: %1</translation>
    </message>
    <message>
        <source>cross-database references are not implemented: %1</source>
        <translation>les références entre bases de données ne sont pas implémentées&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gantry::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a page and its number of entries</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Gantry::NetworkDetailsPane</name>
    <message>
        <source>Network details</source>
        <translation>Détails du réseau</translation>
    </message>
    <message>
        <source>Containers in the same network reach each other by name, whatever is published to this machine. A container can be in several.</source>
        <translation>Les conteneurs d’un même réseau s’atteignent par leur nom, quoi qu’il soit publié sur cette machine. Un conteneur peut être dans plusieurs.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <source>%1, internal: no way out</source>
        <translation>%1, interne&#xa0;: aucune sortie</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Sous-réseau</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>Gantry::NetworkMembersModel</name>
    <message>
        <source>It does not run: it gets an address when it starts.</source>
        <translation>Il ne tourne pas&#xa0;: il reçoit une adresse au démarrage.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Conteneur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Also named</source>
        <translation>Autres noms</translation>
    </message>
</context>
<context>
    <name>Gantry::NetworkModel</name>
    <message>
        <source>%1, gateway %2</source>
        <translation>%1, passerelle %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Sous-réseau</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
</context>
<context>
    <name>Gantry::NetworksPage</name>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Filter by name, project, subnet…</source>
        <translation>Filtrer par nom, projet, sous-réseau…</translation>
    </message>
    <message>
        <source>The engine has no networks.</source>
        <translation>Le moteur n’a aucun réseau.</translation>
    </message>
    <message>
        <source>Copy network name</source>
        <translation>Copier le nom du réseau</translation>
    </message>
    <message>
        <source>Copy network ID</source>
        <translation>Copier l’ID du réseau</translation>
    </message>
    <message>
        <source>Remove networks…</source>
        <translation>Supprimer les réseaux…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n réseau</numerusform>
            <numerusform>%n réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belongs to the engine itself.</source>
        <comment>a network</comment>
        <translation>%1 appartient au moteur lui-même.</translation>
    </message>
    <message>
        <source>%1, used by %2</source>
        <comment>a network; a container, or &quot;3 containers&quot;</comment>
        <translation>%1, utilisé par %2</translation>
    </message>
    <message>
        <source>Remove networks</source>
        <translation>Supprimer les réseaux</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)?</source>
        <translation>
            <numerusform>Supprimer %n réseau&#xa0;?</numerusform>
            <numerusform>Supprimer %n réseaux&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine refuses networks of running containers.</source>
        <translation>Le moteur refuse de supprimer les réseaux de conteneurs en marche.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Supprimer %n réseau</numerusform>
            <numerusform>Supprimer %n réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisés</translation>
    </message>
    <message>
        <source>Create network…</source>
        <translation>Créer un réseau…</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Créer…</translation>
    </message>
    <message>
        <source>Make a network in which containers reach each other by name</source>
        <translation>Créer un réseau où les conteneurs s’atteignent par leur nom</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>Connecter un conteneur…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Connecter…</translation>
    </message>
    <message>
        <source>Let a container join the chosen network</source>
        <translation>Faire entrer un conteneur dans le réseau choisi</translation>
    </message>
    <message>
        <source>Disconnect containers</source>
        <translation>Déconnecter des conteneurs</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Take the chosen members out of the network; they go on running</source>
        <translation>Retirer du réseau les membres choisis&#xa0;; ils continuent de tourner</translation>
    </message>
    <message>
        <source>Choose one network only.</source>
        <translation>Ne choisissez qu’un réseau.</translation>
    </message>
    <message>
        <source>A container is in %1 from its making on, or never.</source>
        <comment>a network</comment>
        <translation>Un conteneur est dans %1 dès sa création, ou jamais.</translation>
    </message>
    <message>
        <source>Choose members of the network first.</source>
        <translation>Choisissez d’abord des membres du réseau.</translation>
    </message>
</context>
<context>
    <name>Gantry::NoEnginePage</name>
    <message>
        <source>Looking for a container engine…</source>
        <translation>Recherche d’un moteur de conteneurs…</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
</context>
<context>
    <name>Gantry::Notifier</name>
    <message>
        <source>Notifications of the desktop</source>
        <translation>Notifications du bureau</translation>
    </message>
    <message>
        <source>Be told while no window of Gantry is in front: a container stopped by itself or turned unhealthy, an action of more than 10 seconds ended</source>
        <translation>Être averti quand aucune fenêtre de Gantry n’est au premier plan&#xa0;: un conteneur s’est arrêté tout seul ou est devenu défaillant, une action de plus de 10 secondes s’est terminée</translation>
    </message>
    <message>
        <source>%1 stopped by itself</source>
        <comment>a container</comment>
        <translation>%1 s’est arrêté tout seul</translation>
    </message>
    <message>
        <source>Exit code %1.</source>
        <translation>Code de sortie %1.</translation>
    </message>
    <message>
        <source>%1 is unhealthy</source>
        <comment>a container</comment>
        <translation>%1 est défaillant</translation>
    </message>
    <message>
        <source>Its health check fails.</source>
        <translation>Son contrôle de santé échoue.</translation>
    </message>
    <message>
        <source>Done after %1.</source>
        <comment>a duration</comment>
        <translation>Terminé en %1.</translation>
    </message>
    <message>
        <source>Failed after %1:</source>
        <comment>a duration</comment>
        <translation>Échec après %1&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Gantry::ObjectCommands</name>
    <message>
        <source>Remove image %1</source>
        <translation>Supprimer l’image %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Supprimer %n image</numerusform>
            <numerusform>Supprimer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove volume %1</source>
        <translation>Supprimer le volume %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Supprimer %n volume</numerusform>
            <numerusform>Supprimer %n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove network %1</source>
        <translation>Supprimer le réseau %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Supprimer %n réseau</numerusform>
            <numerusform>Supprimer %n réseaux</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag %1 as %2</source>
        <translation>Nommer %1 aussi %2</translation>
    </message>
    <message>
        <source>Create volume %1</source>
        <translation>Créer le volume %1</translation>
    </message>
    <message>
        <source>Create network %1</source>
        <translation>Créer le réseau %1</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>Connecter %1 à %2</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>Déconnecter %1 de %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ObjectDetailsPane</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Rien de choisi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>Gantry::OpenFailureBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Dismiss this notice (Escape)</source>
        <translation>Masquer cet avis (Échap)</translation>
    </message>
</context>
<context>
    <name>Gantry::Operation</name>
    <message>
        <source>%1 failed.</source>
        <comment>title of an operation</comment>
        <translation>Échec&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Gantry::OperationEntry</name>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title of an operation and how it goes</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
</context>
<context>
    <name>Gantry::OperationModel</name>
    <message>
        <source>%1, %2</source>
        <comment>title of an operation and how it goes</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>annulation en cours</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>échec après %1</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>annulée après %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>that an operation failed, and why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::OperationsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the chosen operation</source>
        <translation>Annuler l’opération sélectionnée</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copy the shell command of the chosen operation</source>
        <translation>Copier la commande shell de l’opération sélectionnée</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Run the chosen operation again</source>
        <translation>Relancer l’opération sélectionnée</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Effacer les terminées</translation>
    </message>
    <message>
        <source>Remove the ended operations from the list</source>
        <translation>Retirer de la liste les opérations terminées</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>No operation is chosen.</source>
        <translation>Aucune opération n’est sélectionnée.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Elle est terminée.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>Elle est en cours d’annulation.</translation>
    </message>
    <message>
        <source>It cannot be cancelled.</source>
        <translation>Elle ne peut pas être annulée.</translation>
    </message>
    <message>
        <source>It still runs.</source>
        <translation>Elle est encore en cours.</translation>
    </message>
    <message>
        <source>It cannot be run again from here.</source>
        <translation>Elle ne peut pas être relancée à partir d’ici.</translation>
    </message>
    <message>
        <source>No operation has ended.</source>
        <translation>Aucune opération n’est terminée.</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Rien n’a encore été exécuté</translation>
    </message>
    <message>
        <source>%1, started at %2</source>
        <comment>how an operation goes, and a time</comment>
        <translation>%1, démarrée à %2</translation>
    </message>
    <message>
        <source>Every action is listed here with its shell command.</source>
        <translation>Chaque action est listée ici avec sa commande shell.</translation>
    </message>
    <message>
        <source>Cancel operation</source>
        <translation>Annuler l’opération</translation>
    </message>
    <message>
        <source>Copy the operation&apos;s command</source>
        <translation>Copier la commande de l’opération</translation>
    </message>
    <message>
        <source>Retry operation</source>
        <translation>Relancer l’opération</translation>
    </message>
    <message>
        <source>Clear ended operations</source>
        <translation>Effacer les opérations terminées</translation>
    </message>
</context>
<context>
    <name>Gantry::OperationsStrip</name>
    <message>
        <source>Nothing has run yet. Every action is listed here with its shell command.</source>
        <translation>Rien n’a encore été exécuté. Chaque action est listée ici avec sa commande shell.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
</context>
<context>
    <name>Gantry::PairRows</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>%1 %2, name</source>
        <comment>&quot;Variable 1, name&quot;</comment>
        <translation>%1 %2, nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>%1 %2, value</source>
        <comment>&quot;Variable 1, value&quot;</comment>
        <translation>%1 %2, valeur</translation>
    </message>
    <message numerus="yes">
        <source>And %n more, used but not listed here.</source>
        <translation>
            <numerusform>Et %n de plus, utilisée mais non affichée ici.</numerusform>
            <numerusform>Et %n de plus, utilisées mais non affichées ici.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::PanelPlace</name>
    <message>
        <source>Show its window</source>
        <translation>Afficher sa fenêtre</translation>
    </message>
    <message>
        <source>Back to the main window</source>
        <translation>Retour à la fenêtre principale</translation>
    </message>
    <message>
        <source>%1: in a window of its own.</source>
        <comment>what it shows</comment>
        <translation>%1 : dans une fenêtre à part.</translation>
    </message>
</context>
<context>
    <name>Gantry::PasswordKeeper</name>
    <message>
        <source>The password cannot be remembered: the keychain says “%1”. Start or unlock the keychain of the desktop (GNOME Keyring, KWallet) and log in again; until then the console asks for the password each time.</source>
        <translation>Le mot de passe ne peut pas être mémorisé&#xa0;: le trousseau dit «&#xa0;%1&#xa0;». Démarrez ou déverrouillez le trousseau du bureau (GNOME Keyring, KWallet) et reconnectez-vous&#xa0;; d’ici là, la console demande le mot de passe à chaque fois.</translation>
    </message>
</context>
<context>
    <name>Gantry::PgConnection</name>
    <message>
        <source>Qt&apos;s PostgreSQL driver does not tell its connection.</source>
        <translation>Le pilote PostgreSQL de Qt ne donne pas accès à sa connexion.</translation>
    </message>
    <message>
        <source>COPY FROM STDIN reads from a file that the console does not have</source>
        <translation>COPY FROM STDIN lit un fichier dont la console ne dispose pas</translation>
    </message>
</context>
<context>
    <name>Gantry::PlotLegend</name>
    <message>
        <source>Services: %1</source>
        <translation>Services&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gantry::PlotScale</name>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>an amount a second</comment>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>Gantry::PortConflict</name>
    <message>
        <source>Port %1 is taken by the container %2.</source>
        <translation>Le port %1 est pris par le conteneur %2.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program of this machine.</source>
        <translation>Le port %1 est pris par un autre programme de cette machine.</translation>
    </message>
    <message>
        <source>Port %1 is taken by the program %2 of this machine.</source>
        <translation>Le port %1 est pris par le programme %2 de cette machine.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProbeBars</name>
    <message>
        <source>The last %1 health probes: %2 failed</source>
        <translation>Les %1 derniers contrôles de santé&#xa0;: %2 en échec</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>failed with exit code %1</source>
        <translation>échec avec le code de sortie %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ProcessesView</name>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>It does not run: there are no processes.</source>
        <translation>Il n’est pas en cours d’exécution&#xa0;: il n’y a pas de processus.</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectActions</name>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Create what is missing of the project and start it, dependencies first (U)</source>
        <translation>Créer ce qui manque au projet et le démarrer, dépendances d’abord (U)</translation>
    </message>
    <message>
        <source>Build and up</source>
        <translation>Build et up</translation>
    </message>
    <message>
        <source>Build the images first (docker compose up --build)</source>
        <translation>Construire d’abord les images (docker compose up --build)</translation>
    </message>
    <message>
        <source>Pull and up</source>
        <translation>Pull et up</translation>
    </message>
    <message>
        <source>Fetch newer images first</source>
        <translation>Télécharger d’abord des images plus récentes</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>Recréer</translation>
    </message>
    <message>
        <source>Replace all containers by new ones, even if nothing changed; volumes stay</source>
        <translation>Remplacer tous les conteneurs par de nouveaux, même si rien n’a changé&#xa0;; les volumes restent</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start the containers that exist, dependencies first (S)</source>
        <translation>Démarrer les conteneurs existants, dépendances d’abord (S)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop all containers of the project; everything stays (X)</source>
        <translation>Arrêter tous les conteneurs du projet&#xa0;; rien n’est supprimé (X)</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Restart all containers of the project (R)</source>
        <translation>Redémarrer tous les conteneurs du projet (R)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Stop and remove the project&apos;s containers and networks; volumes stay (D)</source>
        <translation>Arrêter et supprimer les conteneurs et les réseaux du projet&#xa0;; les volumes restent (D)</translation>
    </message>
    <message>
        <source>Down with volumes…</source>
        <translation>Down avec les volumes…</translation>
    </message>
    <message>
        <source>Remove the project&apos;s volumes with their data, too</source>
        <translation>Supprimer aussi les volumes du projet, avec leurs données</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Create and start this service and what it depends on (U)</source>
        <translation>Créer et démarrer ce service et ceux dont il dépend (U)</translation>
    </message>
    <message>
        <source>Start this service alone (S)</source>
        <translation>Démarrer uniquement ce service (S)</translation>
    </message>
    <message>
        <source>Stop this service alone (X)</source>
        <translation>Arrêter uniquement ce service (X)</translation>
    </message>
    <message>
        <source>Restart this service alone (R)</source>
        <translation>Redémarrer uniquement ce service (R)</translation>
    </message>
    <message>
        <source>Build this service&apos;s image first</source>
        <translation>Construire d’abord l’image de ce service</translation>
    </message>
    <message>
        <source>Fetch a newer image of this service first</source>
        <translation>Télécharger d’abord une image plus récente de ce service</translation>
    </message>
    <message>
        <source>Replace this service&apos;s containers by new ones; volumes stay</source>
        <translation>Remplacer les conteneurs de ce service par de nouveaux&#xa0;; les volumes restent</translation>
    </message>
    <message>
        <source>Choose a project first.</source>
        <translation>Sélectionnez d’abord un projet.</translation>
    </message>
    <message>
        <source>No engine is connected.</source>
        <translation>Aucun moteur n’est connecté.</translation>
    </message>
    <message>
        <source>Another action on this project is running; it can be cancelled in Operations.</source>
        <translation>Une autre action est en cours sur ce projet&#xa0;; elle peut être annulée dans Opérations.</translation>
    </message>
    <message>
        <source>It has no containers yet: Up creates and starts them.</source>
        <translation>Il n’a pas encore de conteneurs&#xa0;: Up les crée et les démarre.</translation>
    </message>
    <message>
        <source>All of its containers run already.</source>
        <translation>Tous ses conteneurs sont déjà en marche.</translation>
    </message>
    <message>
        <source>None of its containers runs.</source>
        <translation>Aucun de ses conteneurs n’est en marche.</translation>
    </message>
    <message>
        <source>Nothing of it exists.</source>
        <translation>Il n’en existe rien.</translation>
    </message>
    <message>
        <source>It has no volumes.</source>
        <translation>Il n’a pas de volumes.</translation>
    </message>
    <message>
        <source>Choose a service first.</source>
        <translation>Sélectionnez d’abord un service.</translation>
    </message>
    <message>
        <source>Another action on this service is running; it can be cancelled in Operations.</source>
        <translation>Une autre action est en cours sur ce service&#xa0;; elle peut être annulée dans Opérations.</translation>
    </message>
    <message>
        <source>Its image is not built from files.</source>
        <translation>Son image n’est pas construite à partir de fichiers.</translation>
    </message>
    <message>
        <source>It has no containers yet: Up creates them.</source>
        <translation>Il n’a pas encore de conteneurs&#xa0;: Up les crée.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Il est déjà en marche.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Il n’est pas en marche.</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>Up %1</translation>
    </message>
    <message>
        <source>Up would recreate 1 service of %1.</source>
        <translation>Up recréerait 1 service de %1.</translation>
    </message>
    <message numerus="yes">
        <source>Up would recreate %n services of %1.</source>
        <translation>
            <numerusform>Up recréerait %n service de %1.</numerusform>
            <numerusform>Up recréerait %n services de %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Nouveaux&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Recreate 1 service</source>
        <translation>Recréer 1 service</translation>
    </message>
    <message numerus="yes">
        <source>Recreate %n services</source>
        <translation>
            <numerusform>Recréer %n service</numerusform>
            <numerusform>Recréer %n services</numerusform>
        </translation>
    </message>
    <message>
        <source>Its containers are replaced by new ones.</source>
        <translation>Ses conteneurs sont remplacés par de nouveaux.</translation>
    </message>
    <message>
        <source>Their containers are replaced by new ones.</source>
        <translation>Leurs conteneurs sont remplacés par de nouveaux.</translation>
    </message>
    <message>
        <source>What is in volumes stays; what was written into the containers themselves is lost.</source>
        <translation>Ce qui est dans les volumes reste&#xa0;; ce qui a été écrit dans les conteneurs eux-mêmes est perdu.</translation>
    </message>
    <message>
        <source>Forget the project; its files and volumes stay as they are (Del)</source>
        <translation>Oublier le projet&#xa0;; ses fichiers et ses volumes restent tels quels (Suppr)</translation>
    </message>
    <message>
        <source>It has containers: Down removes those first.</source>
        <translation>Il a des conteneurs&#xa0;: Down les supprime d’abord.</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
    <message>
        <source>Say why the service ended, restarts or is unhealthy, and what helps (W)</source>
        <translation>Dire pourquoi le service s’est terminé, redémarre ou est défaillant, et comment y remédier (W)</translation>
    </message>
    <message>
        <source>It runs: there is nothing to explain.</source>
        <translation>Il est en marche&#xa0;: il n’y a rien à expliquer.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Open a shell in the service&apos;s container (T)</source>
        <translation>Ouvrir un shell dans le conteneur du service (T)</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Show what all services print, as one log (L)</source>
        <translation>Afficher ce que tous les services écrivent, en un seul journal (L)</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectCommands</name>
    <message>
        <source>No engine is connected.</source>
        <translation>Aucun moteur n’est connecté.</translation>
    </message>
    <message>
        <source>Still looking for Docker Compose.</source>
        <translation>Docker Compose est encore en cours de recherche.</translation>
    </message>
    <message>
        <source>Up needs the project&apos;s Compose file, and nothing tells where it is. Open it.</source>
        <translation>Up a besoin du fichier Compose du projet, et rien n’indique où il se trouve. Ouvrez-le.</translation>
    </message>
    <message>
        <source>Up needs Docker Compose, which was not found. Install the package docker-compose.</source>
        <translation>Up a besoin de Docker Compose, qui est introuvable. Installez le paquet docker-compose.</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>Up %1</translation>
    </message>
    <message>
        <source>Build and up %1</source>
        <translation>Build et up %1</translation>
    </message>
    <message>
        <source>Pull and up %1</source>
        <translation>Pull et up %1</translation>
    </message>
    <message>
        <source>Recreate %1</source>
        <translation>Recréer %1</translation>
    </message>
    <message>
        <source>Finding out what would change</source>
        <translation>Recherche de ce qui changerait</translation>
    </message>
    <message>
        <source>%1 failed: Compose does not accept the project&apos;s files.</source>
        <translation>%1&#xa0;: échec. Compose n’accepte pas les fichiers du projet.</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>En attente de votre réponse</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Démarrer %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message>
        <source>Down %1 with volumes</source>
        <translation>Down %1 avec les volumes</translation>
    </message>
    <message>
        <source>Down %1</source>
        <translation>Down %1</translation>
    </message>
    <message>
        <source>%1 failed: Compose could not be started.</source>
        <translation>Échec de %1&#xa0;: Compose n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>Compose does not accept the file as it is: %1</source>
        <translation>Compose n’accepte pas le fichier tel qu’il est&#xa0;: %1</translation>
    </message>
    <message>
        <source>Compose accepts only names of a-z, 0-9, - and _, and this project has another.</source>
        <translation>Compose n’accepte que les noms composés de a-z, 0-9, - et _, et ce projet en a un autre.</translation>
    </message>
    <message>
        <source>Up needs the project&apos;s files. %1 Open the Compose file to tell where it is now.</source>
        <translation>Up a besoin des fichiers du projet. %1 Ouvrez le fichier Compose pour indiquer où il se trouve maintenant.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectFilesView</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Compose file</source>
        <translation>Fichier Compose</translation>
    </message>
    <message>
        <source>No file of this project was found on this machine.</source>
        <translation>Aucun fichier de ce projet n’a été trouvé sur cette machine.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectLogsWindow</name>
    <message>
        <source>Logs of the project %1</source>
        <translation>Journaux du projet %1</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 n’existe plus.</translation>
    </message>
    <message>
        <source>%1 is of another engine.</source>
        <translation>%1 appartient à un autre moteur.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectStatsView</name>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectStore</name>
    <message>
        <source>%1 is not shown: %2, which was opened with it, is of the same project, %3. Open it alone, or give it a top-level name of its own.</source>
        <translation>%1 n’est pas affiché&#xa0;: %2, ouvert en même temps, est du même projet, %3. Ouvrez-le seul, ou ajoutez-lui un élément name à la racine.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectView</name>
    <message>
        <source>Parts of the project</source>
        <translation>Parties du projet</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Compose %1</source>
        <translation>Compose %1</translation>
    </message>
    <message>
        <source>The Compose file cannot be used.</source>
        <translation>Le fichier Compose est inutilisable.</translation>
    </message>
    <message>
        <source>Open Compose file…</source>
        <translation>Ouvrir un fichier Compose…</translation>
    </message>
    <message>
        <source>Compose does not accept the file, and nothing was changed.</source>
        <translation>Compose n’accepte pas le fichier, et rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Afficher le fichier</translation>
    </message>
    <message>
        <source>Containers of another folder use the name %1.</source>
        <translation>Des conteneurs d’un autre dossier utilisent le nom %1.</translation>
    </message>
    <message>
        <source>They are shown here. To start %1, take them down first, or give its file a name of its own.</source>
        <translation>Ce sont eux qui sont affichés ici. Pour démarrer %1, exécutez d’abord Down sur ceux-ci, ou donnez à son fichier un nom qui lui est propre.</translation>
    </message>
    <message>
        <source>Start, Stop, Restart and Down work all the same; Up needs it.</source>
        <translation>Démarrer, Arrêter, Redémarrer et Down fonctionnent quand même&#xa0;; Up en a besoin.</translation>
    </message>
    <message>
        <source>%1 is not used: the containers of %2 were made from %3.</source>
        <translation>%1 n’est pas utilisé&#xa0;: les conteneurs de %2 ont été créés à partir de %3.</translation>
    </message>
    <message>
        <source>This page shows %1, and Up goes by it. To use %2, take the project down first, or give that file a project name of its own.</source>
        <translation>Cette page montre %1, et Up s’y conforme. Pour utiliser %2, supprimez d’abord le projet par Down, ou donnez à ce fichier un nom de projet à lui.</translation>
    </message>
    <message>
        <source>Up leaves out the services of profiles that are not ticked in its menu.</source>
        <translation>Up laisse de côté les services des profils non cochés dans son menu.</translation>
    </message>
    <message>
        <source>The Compose file cannot be read.</source>
        <translation>Le fichier Compose ne peut pas être lu.</translation>
    </message>
    <message>
        <source>made by podman-compose %1</source>
        <translation>créé par podman-compose %1</translation>
    </message>
    <message>
        <source>made by Compose %1</source>
        <translation>créé par Compose %1</translation>
    </message>
    <message>
        <source>Docker Compose was not found on this machine.</source>
        <translation>Docker Compose est introuvable sur cette machine.</translation>
    </message>
    <message>
        <source>Start, Stop, Restart and Down work all the same; Up needs it. Install the package docker-compose.</source>
        <translation>Démarrer, Arrêter, Redémarrer et Down fonctionnent quand même&#xa0;; Up en a besoin. Installez le paquet docker-compose.</translation>
    </message>
    <message>
        <source>%1 is no longer in the list.</source>
        <translation>%1 n’est plus dans la liste.</translation>
    </message>
    <message>
        <source>%1 is no more: its containers were removed and no file of it is known.</source>
        <translation>%1 n’existe plus&#xa0;: ses conteneurs ont été supprimés et aucun de ses fichiers n’est connu.</translation>
    </message>
    <message>
        <source>Choose another project.</source>
        <translation>Choisissez un autre projet.</translation>
    </message>
    <message>
        <source>Up needs it.</source>
        <translation>Up en a besoin.</translation>
    </message>
    <message>
        <source>Up needs it. Install the package docker-compose.</source>
        <translation>Up en a besoin. Installez le paquet docker-compose.</translation>
    </message>
    <message>
        <source>Compose does not accept the name of this project.</source>
        <translation>Compose n’accepte pas le nom de ce projet.</translation>
    </message>
    <message>
        <source>Start, Stop, Restart and Down work all the same; Up needs a name of a-z, 0-9, - and _ only.</source>
        <translation>Démarrer, Arrêter, Redémarrer et Down fonctionnent quand même&#xa0;; Up a besoin d’un nom composé seulement de a-z, 0-9, - et _.</translation>
    </message>
    <message>
        <source>Up needs a name of a-z, 0-9, - and _ only.</source>
        <translation>Up a besoin d’un nom composé seulement de a-z, 0-9, - et _.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Show the logs of a project first.</source>
        <translation>Affichez d’abord les journaux d’un projet.</translation>
    </message>
    <message>
        <source>It has a window of its own already.</source>
        <translation>Il a déjà une fenêtre à part.</translation>
    </message>
    <message>
        <source>Compose does not answer.</source>
        <translation>Compose ne répond pas.</translation>
    </message>
    <message>
        <source>It was asked about the project&apos;s files, was silent for %1 s and was ended. Up may wait in the same way until you cancel it. Run %2 in the project&apos;s folder to see what it waits for, then try again.</source>
        <translation>Interrogé sur les fichiers du projet, il est resté muet pendant %1&#xa0;s et a été arrêté. Up peut attendre de la même façon jusqu’à ce que vous l’annuliez. Lancez %2 dans le dossier du projet pour voir ce qu’il attend, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectWords</name>
    <message>
        <source>not created</source>
        <translation>non créé</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 sur %2 en marche</translation>
    </message>
    <message>
        <source>%1 (healthy)</source>
        <comment>service</comment>
        <translation>%1 (sain)</translation>
    </message>
    <message>
        <source>%1 (completed)</source>
        <comment>service</comment>
        <translation>%1 (terminé)</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>profil %1</translation>
    </message>
    <message>
        <source>profiles %1</source>
        <translation>profils %1</translation>
    </message>
    <message>
        <source>Up leaves it out until %1 is ticked in the menu of Up.</source>
        <translation>Up le laisse de côté tant que %1 n’est pas coché dans le menu de Up.</translation>
    </message>
    <message>
        <source>Up leaves it out until one of the %1 is ticked in the menu of Up.</source>
        <translation>Up le laisse de côté tant qu’aucun des %1 n’est coché dans le menu de Up.</translation>
    </message>
    <message>
        <source>Another of its containers: %1.</source>
        <translation>Un autre de ses conteneurs&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Gantry::ProjectsPage</name>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n connu</numerusform>
            <numerusform>%n connus</numerusform>
        </translation>
    </message>
    <message>
        <source>No Compose projects yet.</source>
        <translation>Pas encore de projet Compose.</translation>
    </message>
    <message>
        <source>Projects that anybody starts on this engine appear here by themselves.</source>
        <translation>Les projets démarrés sur ce moteur, par qui que ce soit, apparaissent ici d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>A folder with a compose.yaml or docker-compose.yml, or drop one here.</source>
        <translation>Un dossier contenant un compose.yaml ou un docker-compose.yml&#xa0;; vous pouvez aussi le déposer ici.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Essayer l’exemple</translation>
    </message>
    <message>
        <source>A small web service and its PostgreSQL database.</source>
        <translation>Un petit service web et sa base de données PostgreSQL.</translation>
    </message>
    <message>
        <source>Show container</source>
        <translation>Afficher le conteneur</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Choose a service with a PostgreSQL database first.</source>
        <translation>Choisissez d’abord un service avec une base PostgreSQL.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n fichier ou dossier n’a pas pu être ouvert.</numerusform>
            <numerusform>%n fichiers ou dossiers n’ont pas pu être ouverts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::PullDialog</name>
    <message>
        <source>Pull image</source>
        <translation>Télécharger une image</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>alpine:3.20, registry.example:5000/team/api:1.2</source>
        <translation>alpine:3.20, registre.example:5000/equipe/api:1.2</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Logins are those of docker login.</source>
        <translation>Les connexions sont celles de docker login.</translation>
    </message>
    <message>
        <source>No image can have this name: small letters, digits, and . _ - / between them, then a tag.</source>
        <translation>Aucune image ne peut porter ce nom&#xa0;: minuscules, chiffres, et . _ - / entre eux, puis une étiquette.</translation>
    </message>
    <message>
        <source>Is pulled as %1.</source>
        <translation>Sera téléchargée comme %1.</translation>
    </message>
</context>
<context>
    <name>Gantry::PullLayerModel</name>
    <message>
        <source>waiting</source>
        <comment>a layer of an image</comment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>downloading</source>
        <comment>a layer of an image</comment>
        <translation>téléchargement</translation>
    </message>
    <message>
        <source>downloaded</source>
        <comment>a layer of an image</comment>
        <translation>téléchargée</translation>
    </message>
    <message>
        <source>unpacking</source>
        <comment>a layer of an image</comment>
        <translation>décompression</translation>
    </message>
    <message>
        <source>there already</source>
        <comment>a layer of an image</comment>
        <translation>déjà là</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a layer of an image</comment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>Gantry::PullProgress</name>
    <message>
        <source>%1 of %2 layers</source>
        <translation>%1 couches sur %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>Gantry::PullView</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
</context>
<context>
    <name>Gantry::Quoted</name>
    <message>
        <source>“%1”</source>
        <extracomment>What someone else said, in quotation marks.</extracomment>
        <translation>« %1 »</translation>
    </message>
</context>
<context>
    <name>Gantry::ReachTest</name>
    <message>
        <source>try the connection</source>
        <translation>essayer la connexion</translation>
    </message>
    <message>
        <source>the engine is not connected</source>
        <translation>le moteur n’est pas connecté</translation>
    </message>
    <message>
        <source>neither %1 nor the helper has a program that can try it</source>
        <translation>ni %1 ni le conteneur d’aide n’ont de programme qui puisse l’essayer</translation>
    </message>
    <message>
        <source>%1 has no program that can try it</source>
        <translation>%1 n’a aucun programme qui puisse l’essayer</translation>
    </message>
    <message>
        <source>Reach %1 from %2</source>
        <translation>Joindre %1 depuis %2</translation>
    </message>
    <message>
        <source>The try was cancelled.</source>
        <translation>L’essai a été annulé.</translation>
    </message>
    <message>
        <source>%1 reaches %2.</source>
        <translation>%1 joint %2.</translation>
    </message>
    <message>
        <source>%1 finds %2, but nothing listens at port %3 there. Is the server up, and does it listen on all addresses?</source>
        <translation>%1 trouve %2, mais rien n’y écoute sur le port %3. Le serveur est-il démarré, et écoute-t-il sur toutes les adresses&#xa0;?</translation>
    </message>
    <message>
        <source>%1 does not know the name %2. Both services have to run and be in the same network.</source>
        <translation>%1 ne connaît pas le nom %2. Les deux services doivent être en cours d’exécution et sur le même réseau.</translation>
    </message>
    <message>
        <source>%1 gets no answer from %2. A firewall or another network may stand between them.</source>
        <translation>%1 n’obtient aucune réponse de %2. Un pare-feu ou un autre réseau les sépare peut-être.</translation>
    </message>
    <message>
        <source>Whether %1 reaches %2 could not be tried: %3.</source>
        <translation>Impossible d’essayer si %1 joint %2&#xa0;: %3.</translation>
    </message>
</context>
<context>
    <name>Gantry::RegistryAdvice</name>
    <message>
        <source>The registry wants to know who you are: log in with “docker login %1” and try again.</source>
        <translation>Le registre veut savoir qui vous êtes&#xa0;: connectez-vous avec «&#xa0;docker login %1&#xa0;» et réessayez.</translation>
    </message>
    <message>
        <source>The registry %1 cannot be reached: check its address and the engine&apos;s network.</source>
        <translation>Le registre %1 est injoignable&#xa0;: vérifiez son adresse et le réseau du moteur.</translation>
    </message>
    <message>
        <source>The registry&apos;s limit of pulls is reached: log in with “docker login %1” for a higher one, or wait.</source>
        <translation>La limite de téléchargements du registre est atteinte&#xa0;: connectez-vous avec «&#xa0;docker login %1&#xa0;» pour en avoir une plus haute, ou attendez.</translation>
    </message>
    <message>
        <source>Check the name of the image. A private one needs “docker login %1” first.</source>
        <translation>Vérifiez le nom de l’image. Une image privée demande d’abord «&#xa0;docker login %1&#xa0;».</translation>
    </message>
    <message>
        <source>The registry %1 has no image of this name and tag.</source>
        <translation>Le registre %1 n’a pas d’image de ce nom et de cette étiquette.</translation>
    </message>
    <message>
        <source>The registry %1 has no TLS: name it in the engine&apos;s “insecure-registries”.</source>
        <translation>Le registre %1 n’a pas de TLS&#xa0;: nommez-le dans «&#xa0;insecure-registries&#xa0;» du moteur.</translation>
    </message>
    <message>
        <source>The disk of the engine is full: free some of it with Clean up.</source>
        <translation>Le disque du moteur est plein&#xa0;: libérez de la place avec Nettoyer.</translation>
    </message>
</context>
<context>
    <name>Gantry::RelationDescription</name>
    <message>
        <source>Unlogged table %1</source>
        <translation>Table non journalisée %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Table %1</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Vue %1</translation>
    </message>
    <message>
        <source>Unlogged materialized view %1</source>
        <translation>Vue matérialisée non journalisée %1</translation>
    </message>
    <message>
        <source>Materialized view %1</source>
        <translation>Vue matérialisée %1</translation>
    </message>
    <message>
        <source>Unlogged index %1</source>
        <translation>Index non journalisé %1</translation>
    </message>
    <message>
        <source>Index %1</source>
        <translation>Index %1</translation>
    </message>
    <message>
        <source>Unlogged partitioned index %1</source>
        <translation>Index partitionné non journalisé %1</translation>
    </message>
    <message>
        <source>Partitioned index %1</source>
        <translation>Index partitionné %1</translation>
    </message>
    <message>
        <source>Unlogged sequence %1</source>
        <translation>Séquence non journalisée %1</translation>
    </message>
    <message>
        <source>Sequence %1</source>
        <translation>Séquence %1</translation>
    </message>
    <message>
        <source>TOAST table %1</source>
        <translation>Table TOAST %1</translation>
    </message>
    <message>
        <source>Composite type %1</source>
        <translation>Type composite %1</translation>
    </message>
    <message>
        <source>Foreign table %1</source>
        <translation>Table distante %1</translation>
    </message>
    <message>
        <source>Unlogged partitioned table %1</source>
        <translation>Table partitionnée non journalisée %1</translation>
    </message>
    <message>
        <source>Partitioned table %1</source>
        <translation>Table partitionnée %1</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Incrément</translation>
    </message>
    <message>
        <source>Cycles?</source>
        <translation>Cycles&#xa0;?</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Sequence for identity column: %1</source>
        <translation>Séquence pour la colonne d’identité&#xa0;: %1</translation>
    </message>
    <message>
        <source>Owned by: %1</source>
        <translation>Propriétaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Key?</source>
        <translation>Clé&#xa0;?</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Collationnement</translation>
    </message>
    <message>
        <source>Nullable</source>
        <translation>NULL-able</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>FDW options</source>
        <translation>Options FDW</translation>
    </message>
    <message>
        <source>Did not find any relation named &quot;%1&quot;.</source>
        <translation>Aucune relation nommée «&#xa0;%1&#xa0;» n’a été trouvée.</translation>
    </message>
</context>
<context>
    <name>Gantry::RelationFooters</name>
    <message>
        <source>Partition of: %1 %2</source>
        <translation>Partition de&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>Partition key: %1</source>
        <translation>Clé de partition&#xa0;: %1</translation>
    </message>
    <message>
        <source>Owning table: &quot;%1.%2&quot;</source>
        <translation>Table propriétaire&#xa0;: «&#xa0;%1.%2&#xa0;»</translation>
    </message>
    <message>
        <source>Indexes:</source>
        <translation>Index&#xa0;:</translation>
    </message>
    <message>
        <source>, tablespace &quot;%1&quot;</source>
        <translation>, tablespace «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Check constraints:</source>
        <translation>Contraintes de vérification&#xa0;:</translation>
    </message>
    <message>
        <source>Foreign-key constraints:</source>
        <translation>Contraintes de clé étrangère&#xa0;:</translation>
    </message>
    <message>
        <source>Referenced by:</source>
        <translation>Référencé par&#xa0;:</translation>
    </message>
    <message>
        <source>Policies (row security disabled):</source>
        <translation>Politiques (sécurité niveau ligne désactivée)&#xa0;:</translation>
    </message>
    <message>
        <source>Policies (forced row security enabled): (none)</source>
        <translation>Politiques (sécurité niveau ligne activée et forcée)&#xa0;: (aucune)</translation>
    </message>
    <message>
        <source>Policies (forced row security enabled):</source>
        <translation>Politiques (sécurité niveau ligne activée et forcée)&#xa0;:</translation>
    </message>
    <message>
        <source>Policies (row security enabled): (none)</source>
        <translation>Politiques (sécurité niveau ligne activée)&#xa0;: (aucune)</translation>
    </message>
    <message>
        <source>Policies:</source>
        <translation>Politiques&#xa0;:</translation>
    </message>
    <message>
        <source>Statistics objects:</source>
        <translation>Objets statistiques&#xa0;:</translation>
    </message>
    <message>
        <source>Rules:</source>
        <translation>Règles&#xa0;:</translation>
    </message>
    <message>
        <source>Disabled rules:</source>
        <translation>Règles désactivées&#xa0;:</translation>
    </message>
    <message>
        <source>Rules firing always:</source>
        <translation>Règles toujours activées&#xa0;:</translation>
    </message>
    <message>
        <source>Rules firing on replica only:</source>
        <translation>Règles activées uniquement sur le réplica&#xa0;:</translation>
    </message>
    <message>
        <source>Publications:</source>
        <translation>Publications&#xa0;:</translation>
    </message>
    <message>
        <source>Triggers:</source>
        <translation>Triggers&#xa0;:</translation>
    </message>
    <message>
        <source>Disabled user triggers:</source>
        <translation>Triggers utilisateur désactivés&#xa0;:</translation>
    </message>
    <message>
        <source>Disabled internal triggers:</source>
        <translation>Triggers internes désactivés&#xa0;:</translation>
    </message>
    <message>
        <source>Triggers firing always:</source>
        <translation>Triggers toujours activés&#xa0;:</translation>
    </message>
    <message>
        <source>Triggers firing on replica only:</source>
        <translation>Triggers activés uniquement sur le réplica&#xa0;:</translation>
    </message>
    <message>
        <source>, ON TABLE %1</source>
        <translation>, ON TABLE %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>FDW options: (%1)</source>
        <translation>Options FDW&#xa0;: (%1)</translation>
    </message>
    <message>
        <source>Inherits</source>
        <translation>Hérite de</translation>
    </message>
    <message>
        <source>Number of partitions: %1</source>
        <translation>Nombre de partitions&#xa0;: %1</translation>
    </message>
    <message>
        <source>Typed table of type: %1</source>
        <translation>Table typée de type&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tablespace: &quot;%1&quot;</source>
        <translation>Tablespace&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Number of child tables: %1</source>
        <translation>Nombre de tables filles&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Gantry::RelationLists</name>
    <message>
        <source>Locale Provider</source>
        <translation>Fournisseur de locale</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>Collationnement</translation>
    </message>
    <message>
        <source>Ctype</source>
        <translation>Type caract.</translation>
    </message>
    <message>
        <source>Locale</source>
        <translation>Locale</translation>
    </message>
    <message>
        <source>ICU Rules</source>
        <translation>Règles ICU</translation>
    </message>
    <message>
        <source>ICU Locale</source>
        <translation>Locale ICU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Access privileges</source>
        <translation>Droits d’accès</translation>
    </message>
    <message>
        <source>List of databases</source>
        <translation>Liste des bases de données</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>List of relations</source>
        <translation>Liste des relations</translation>
    </message>
    <message>
        <source>Did not find any relations.</source>
        <translation>Aucune relation n’a été trouvée.</translation>
    </message>
    <message>
        <source>Did not find any relation named &quot;%1&quot;.</source>
        <translation>Aucune relation nommée «&#xa0;%1&#xa0;» n’a été trouvée.</translation>
    </message>
</context>
<context>
    <name>Gantry::RemoveContainersDialog</name>
    <message>
        <source>• %1, which is running and will be killed</source>
        <translation>• %1, en marche&#xa0;: son arrêt sera forcé</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Remove container</source>
        <translation>Supprimer le conteneur</translation>
    </message>
    <message>
        <source>Remove containers</source>
        <translation>Supprimer les conteneurs</translation>
    </message>
    <message>
        <source>Remove the container %1?</source>
        <translation>Supprimer le conteneur %1&#xa0;?</translation>
    </message>
    <message>
        <source>Remove %1 containers?</source>
        <translation>Supprimer %1 conteneurs&#xa0;?</translation>
    </message>
    <message>
        <source>What was written into a container and not into a volume is lost.</source>
        <translation>Ce qui a été écrit dans un conteneur et non dans un volume sera perdu.</translation>
    </message>
    <message>
        <source>Also remove, with all data in them:</source>
        <translation>Supprimer aussi, avec toutes les données qu’ils contiennent&#xa0;:</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>1 anonymous volume</source>
        <translation>1 volume anonyme</translation>
    </message>
    <message>
        <source>%1 anonymous volumes</source>
        <translation>%1 volumes anonymes</translation>
    </message>
    <message>
        <source>Remove 1 container</source>
        <translation>Supprimer 1 conteneur</translation>
    </message>
    <message>
        <source>Remove %1 containers</source>
        <translation>Supprimer %1 conteneurs</translation>
    </message>
    <message>
        <source>Remove 1 container and volumes</source>
        <translation>Supprimer 1 conteneur et des volumes</translation>
    </message>
    <message>
        <source>Remove %1 containers and volumes</source>
        <translation>Supprimer %1 conteneurs et des volumes</translation>
    </message>
    <message>
        <source>• %1, which is paused and will be killed</source>
        <translation>• %1, qui est en pause et sera tué</translation>
    </message>
</context>
<context>
    <name>Gantry::RenameContainerDialog</name>
    <message>
        <source>Rename container</source>
        <translation>Renommer le conteneur</translation>
    </message>
    <message>
        <source>New name of %1:</source>
        <translation>Nouveau nom de %1&#xa0;:</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>A name has at least two characters: letters without accents, digits, and _ . - after the first character.</source>
        <translation>Un nom comporte au moins deux caractères&#xa0;: lettres sans accents, chiffres et, après le premier caractère, _ . -</translation>
    </message>
    <message>
        <source>Another container has this name.</source>
        <translation>Un autre conteneur porte déjà ce nom.</translation>
    </message>
</context>
<context>
    <name>Gantry::ResultFooter</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln colonne</numerusform>
            <numerusform>%Ln colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>, first row after %1</source>
        <translation>, première ligne après %1</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>en cours, %1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>échec après %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rows, columns</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%L1 cells</source>
        <translation>%L1 cellules</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>somme %1</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>moyenne %1</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>min. %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation>annulation…</translation>
    </message>
    <message>
        <source>cancelled after %1, the rows so far are kept</source>
        <translation>annulé après %1, les lignes reçues sont conservées</translation>
    </message>
</context>
<context>
    <name>Gantry::ResultHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>Gantry::ResultPane</name>
    <message>
        <source>%L1 cells, adding up…</source>
        <translation>%L1 cellules, addition en cours…</translation>
    </message>
    <message>
        <source>The selection has about %1, too much for the clipboard. Export it instead.</source>
        <translation>La sélection fait environ %1, c’est trop pour le presse-papiers. Exportez-la plutôt.</translation>
    </message>
    <message>
        <source>%L1 cells copied</source>
        <translation>%L1 cellules copiées</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
</context>
<context>
    <name>Gantry::ResultTabs</name>
    <message>
        <source>Results and messages</source>
        <translation>Résultats et messages</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Only the first %1 results are shown. Run fewer statements at once to see the others.</source>
        <translation>Seuls les %1 premiers résultats sont affichés. Exécutez moins d’instructions à la fois pour voir les autres.</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>Résultat %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more result(s)</source>
        <translation>
            <numerusform>%Ln autre résultat</numerusform>
            <numerusform>%Ln autres résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>the title of a result</comment>
        <translation>
            <numerusform>%1, %Ln ligne</numerusform>
            <numerusform>%1, %Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>a number of results</comment>
        <translation>%1 de plus</translation>
    </message>
</context>
<context>
    <name>Gantry::ResultView</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>pas de valeur</translation>
    </message>
</context>
<context>
    <name>Gantry::RunDialog</name>
    <message>
        <source>Run container</source>
        <translation>Lancer un conteneur</translation>
    </message>
    <message>
        <source>Paste a docker run line…</source>
        <translation>Coller une ligne docker run…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>%1 is relative to the folder of a shell: import it under More.</source>
        <translation>%1 est relatif au dossier d’un shell&#xa0;: importez-le sous Plus.</translation>
    </message>
    <message>
        <source>Not all of the line is in the form.</source>
        <translation>Le formulaire n’a pas toute la ligne.</translation>
    </message>
    <message>
        <source>It stays as it is, and keeps its name.</source>
        <translation>Il reste tel qu’il est et garde son nom.</translation>
    </message>
    <message>
        <source>Not taken over: %1.</source>
        <translation>Non repris&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Filled as %1 was made.</source>
        <translation>Rempli comme %1 a été créé.</translation>
    </message>
</context>
<context>
    <name>Gantry::RunExec</name>
    <message>
        <source>run %1 in the container</source>
        <translation>exécuter %1 dans le conteneur</translation>
    </message>
    <message numerus="yes">
        <source>it writes more than %n MiB</source>
        <translation>
            <numerusform>la sortie dépasse %n&#xa0;Mio</numerusform>
            <numerusform>la sortie dépasse %n&#xa0;Mio</numerusform>
        </translation>
    </message>
    <message>
        <source>the engine does not tell the exit code</source>
        <translation>le moteur n’indique pas le code de sortie</translation>
    </message>
</context>
<context>
    <name>Gantry::RunForm</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>alpine, postgres:16, registry.example/team/api</source>
        <translation>alpine, postgres:16, registre.example/equipe/api</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>made up by the engine</source>
        <translation>inventé par le moteur</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>none; 8080:80, 127.0.0.1:5432:5432</source>
        <translation>aucun&#xa0;; 8080:80, 127.0.0.1:5432:5432</translation>
    </message>
    <message>
        <source>Open a terminal in it</source>
        <translation>Y ouvrir un terminal</translation>
    </message>
    <message>
        <source>Keep its input open without a terminal (-i)</source>
        <translation>Garder son entrée ouverte sans terminal (-i)</translation>
    </message>
    <message>
        <source>%1 is no port to publish. Write 8080:80.</source>
        <translation>%1 n’est pas un port à publier. Écrivez 8080:80.</translation>
    </message>
    <message>
        <source>A container named %1 is there already.</source>
        <translation>Un conteneur nommé %1 existe déjà.</translation>
    </message>
    <message>
        <source>Not on the engine yet: it is pulled from %1.</source>
        <translation>Pas encore sur le moteur&#xa0;: elle est téléchargée depuis %1.</translation>
    </message>
    <message>
        <source>No image can have this name.</source>
        <translation>Aucune image ne peut porter ce nom.</translation>
    </message>
    <message>
        <source>On the engine, %1.</source>
        <translation>Sur le moteur, %1.</translation>
    </message>
    <message>
        <source>none: the image has no command of its own</source>
        <translation>aucune&#xa0;: l’image n’a pas de commande</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>celle de l’image</translation>
    </message>
    <message>
        <source>The image&apos;s own, published to the host. Empty the field to publish none.</source>
        <translation>Ceux de l’image, publiés sur l’hôte. Videz le champ pour n’en publier aucun.</translation>
    </message>
    <message>
        <source>Use port %1 instead</source>
        <translation>Utiliser plutôt le port %1</translation>
    </message>
</context>
<context>
    <name>Gantry::RunLine</name>
    <message>
        <source>Only the first command is taken, not %1.</source>
        <translation>Seule la première commande est reprise, pas %1.</translation>
    </message>
    <message>
        <source>Paste a line that begins with docker run.</source>
        <translation>Collez une ligne qui commence par docker run.</translation>
    </message>
    <message>
        <source>This is no docker run line: it begins with %1.</source>
        <translation>Ce n’est pas une ligne docker run&#xa0;: elle commence par %1.</translation>
    </message>
    <message>
        <source>%1 is not taken over: the container runs on the engine of this window.</source>
        <translation>%1 n’est pas repris&#xa0;: le conteneur s’exécute sur le moteur de cette fenêtre.</translation>
    </message>
    <message>
        <source>This is no docker run line, but docker %1.</source>
        <translation>Ce n’est pas une ligne docker run, mais docker %1.</translation>
    </message>
    <message>
        <source>The line names no image.</source>
        <translation>La ligne ne nomme pas d’image.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 n’a pas de valeur.</translation>
    </message>
    <message>
        <source>Gantry does not know the option %1, and so cannot tell where the image begins. Take it out and paste the line again.</source>
        <translation>Gantry ne connaît pas l’option %1 et ne peut donc pas dire où commence l’image. Retirez-la et collez de nouveau la ligne.</translation>
    </message>
    <message>
        <source>%1 is taken as it stands: a shell would put something else there.</source>
        <translation>%1 est repris tel quel&#xa0;: un shell le remplacerait.</translation>
    </message>
    <message>
        <source>Not taken over: %1. Gantry&apos;s form has no place for it.</source>
        <translation>Non repris&#xa0;: %1. Le formulaire de Gantry n’a pas de champ pour cela.</translation>
    </message>
    <message>
        <source>Not taken over: %1. Docker would refuse it.</source>
        <translation>Non repris&#xa0;: %1. Docker le refuserait.</translation>
    </message>
    <message>
        <source>%1 has no value: a shell would pass its own.</source>
        <translation>%1 n’a pas de valeur&#xa0;: un shell transmettrait la sienne.</translation>
    </message>
    <message>
        <source>The image&apos;s name has several lines.</source>
        <translation>Le nom de l’image a plusieurs lignes.</translation>
    </message>
    <message>
        <source>%1 is relative to the folder of a shell: choose the folder under More.</source>
        <translation>%1 est relatif au dossier d’un shell&#xa0;: choisissez le dossier sous Plus.</translation>
    </message>
</context>
<context>
    <name>Gantry::RunLineDialog</name>
    <message>
        <source>Paste a docker run line</source>
        <translation>Coller une ligne docker run</translation>
    </message>
    <message>
        <source>It fills the form. Nothing of it is executed.</source>
        <translation>Elle remplit le formulaire. Rien n’en est exécuté.</translation>
    </message>
    <message>
        <source>docker run line</source>
        <translation>ligne docker run</translation>
    </message>
    <message>
        <source>Fill the form</source>
        <translation>Remplir le formulaire</translation>
    </message>
    <message>
        <source>That is too long for a line.</source>
        <translation>C’est trop long pour une ligne.</translation>
    </message>
</context>
<context>
    <name>Gantry::RunMemory</name>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Image, command and variables of a container stay as it was made with them.</source>
        <translation>L’image, la commande et les variables d’un conteneur restent celles de sa création.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Gantry has not seen this service run, so it cannot say what changed.</source>
        <translation>Gantry n’a pas vu ce service en marche, et ne peut donc pas dire ce qui a changé.</translation>
    </message>
    <message>
        <source>Seen running</source>
        <translation>Vu en marche</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Aucun changement.</translation>
    </message>
    <message>
        <source>Another one: %1 was %2.</source>
        <translation>Une autre&#xa0;: %1 au lieu de %2.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>Auparavant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Other values: %1.</source>
        <translation>Autres valeurs&#xa0;: %1.</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Nouvelles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>No longer set: %1.</source>
        <translation>Plus définies&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
</context>
<context>
    <name>Gantry::RunMore</name>
    <message>
        <source>Volumes and folders</source>
        <translation>Volumes et dossiers</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>further names in that network</source>
        <translation>autres noms dans ce réseau</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nom d’hôte</translation>
    </message>
    <message>
        <source>its ID</source>
        <translation>son ID</translation>
    </message>
    <message>
        <source>Publish every port of the image at a free one</source>
        <translation>Publier chaque port de l’image sur un port libre</translation>
    </message>
    <message>
        <source>Restart and limits</source>
        <translation>Redémarrage et limites</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrage</translation>
    </message>
    <message>
        <source>Remove it when it ends</source>
        <translation>Le supprimer à sa fin</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>unlimited; 512m, 2g</source>
        <translation>sans limite&#xa0;; 512m, 2g</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Processeurs</translation>
    </message>
    <message>
        <source>unlimited; 1.5</source>
        <translation>sans limite&#xa0;; 1.5</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>Mémoire partagée</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Point d’entrée</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>celle de l’image</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>the image&apos;s own; name, or 1000:1000</source>
        <translation>celui de l’image&#xa0;; nom, ou 1000:1000</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>A small init as the first process (--init)</source>
        <translation>Un petit init comme premier processus (--init)</translation>
    </message>
    <message>
        <source>In the background: do not turn to its output</source>
        <translation>En arrière-plan&#xa0;: ne pas afficher sa sortie</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capacités</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add capabilities</source>
        <translation>Ajouter des capacités</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Drop capabilities</source>
        <translation>Retirer des capacités</translation>
    </message>
    <message>
        <source>All rights of the host&apos;s root (--privileged)</source>
        <translation>Tous les droits du root de l’hôte (--privileged)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Import a .env file…</source>
        <translation>Importer un fichier .env…</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Contrôle de santé</translation>
    </message>
    <message>
        <source>Check command</source>
        <translation>Commande de contrôle</translation>
    </message>
    <message>
        <source>the image&apos;s own; curl -f localhost</source>
        <translation>celle de l’image&#xa0;; curl -f localhost</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Start period</source>
        <translation>Période de démarrage</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>No health check</source>
        <translation>Pas de contrôle de santé</translation>
    </message>
    <message>
        <source>the engine&apos;s default</source>
        <translation>celui du moteur par défaut</translation>
    </message>
    <message>
        <source>The engine runs on another machine: type the path of a folder there.</source>
        <translation>Le moteur s’exécute sur une autre machine&#xa0;: saisissez le chemin d’un dossier de celle-ci.</translation>
    </message>
    <message>
        <source>File of variables</source>
        <translation>Fichier de variables</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s) imported.</source>
        <translation>
            <numerusform>%n variable importée.</numerusform>
            <numerusform>%n variables importées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::RunRequest</name>
    <message>
        <source>Name an image.</source>
        <translation>Nommez une image.</translation>
    </message>
    <message>
        <source>A name has at least two characters: letters without accents, digits, and _ . - after the first character.</source>
        <translation>Un nom a au moins deux caractères&#xa0;: lettres sans accents, chiffres, et _ . - après le premier caractère.</translation>
    </message>
    <message>
        <source>A variable has no name: %1</source>
        <translation>Une variable n’a pas de nom&#xa0;: %1</translation>
    </message>
    <message>
        <source>A mount needs a path in the container that begins with /.</source>
        <translation>Un montage demande un chemin dans le conteneur qui commence par /.</translation>
    </message>
    <message>
        <source>%1 is no full path of a folder.</source>
        <translation>%1 n’est pas le chemin complet d’un dossier.</translation>
    </message>
    <message>
        <source>%1 is no restart policy.</source>
        <translation>%1 n’est pas une politique de redémarrage.</translation>
    </message>
    <message>
        <source>A container that is removed when it ends cannot be restarted: choose one of both.</source>
        <translation>Un conteneur supprimé à sa fin ne peut pas être redémarré&#xa0;: choisissez l’un des deux.</translation>
    </message>
    <message>
        <source>Aliases need a network of one&apos;s own.</source>
        <translation>Les alias demandent un réseau créé par l’utilisateur.</translation>
    </message>
    <message>
        <source>%1 is no number of retries.</source>
        <translation>%1 n’est pas un nombre d’essais.</translation>
    </message>
    <message>
        <source>%1 is no time. Write 30s or 1m30s.</source>
        <translation>%1 n’est pas une durée. Écrivez 30s ou 1m30s.</translation>
    </message>
    <message>
        <source>%1 is no amount of memory. Write 512m or 2g.</source>
        <translation>%1 n’est pas une quantité de mémoire. Écrivez 512m ou 2g.</translation>
    </message>
    <message>
        <source>%1 is no number of processors. Write 1.5 or 2.</source>
        <translation>%1 n’est pas un nombre de processeurs. Écrivez 1.5 ou 2.</translation>
    </message>
</context>
<context>
    <name>Gantry::SampleStarter</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>The sample cannot be read: %1</source>
        <translation>L’exemple n’a pas pu être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Folder for the sample project</source>
        <translation>Dossier pour le projet d’exemple</translation>
    </message>
    <message>
        <source>Copy and start</source>
        <translation>Copier et démarrer</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Projet d’exemple</translation>
    </message>
    <message>
        <source>The sample project could not be copied.</source>
        <translation>Le projet d’exemple n’a pas pu être copié.</translation>
    </message>
</context>
<context>
    <name>Gantry::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>Gantry::ServerAdvice</name>
    <message>
        <source>Another container uses this port: stop it, or publish another port.</source>
        <translation>Un autre conteneur utilise ce port&#xa0;: arrêtez-le ou publiez un autre port.</translation>
    </message>
    <message>
        <source>Another program uses this port: end it, or publish another port.</source>
        <translation>Un autre programme utilise ce port&#xa0;: fermez-le ou publiez un autre port.</translation>
    </message>
    <message>
        <source>A container of another project still uses the network: stop it first.</source>
        <translation>Un conteneur d’un autre projet utilise encore le réseau&#xa0;: arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Another container still uses the volume: remove it first.</source>
        <translation>Un autre conteneur utilise encore le volume&#xa0;: supprimez-le d’abord.</translation>
    </message>
    <message>
        <source>Check the name of the image; a private one needs &apos;docker login&apos; first.</source>
        <translation>Vérifiez le nom de l’image&#xa0;; une image privée nécessite d’abord un «&#xa0;docker login&#xa0;».</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag.</source>
        <translation>Le registre n’a aucune image portant ce nom et ce tag.</translation>
    </message>
    <message>
        <source>The registry could not be reached: check the network.</source>
        <translation>Le registre est injoignable&#xa0;: vérifiez le réseau.</translation>
    </message>
    <message>
        <source>What must be written there is read-only: a folder that is mounted so, or the whole disk of the engine after an error.</source>
        <translation>Ce qui doit y être écrit est en lecture seule&#xa0;: un dossier monté ainsi, ou tout le disque du moteur après une erreur.</translation>
    </message>
    <message>
        <source>The disk of the engine is full: free some of it with Clean up.</source>
        <translation>Le disque du moteur est plein&#xa0;: libérez de la place avec Nettoyer.</translation>
    </message>
</context>
<context>
    <name>Gantry::ServerMessage</name>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
</context>
<context>
    <name>Gantry::ServiceDelegate</name>
    <message>
        <source>Start %1 alone</source>
        <translation>Démarrer uniquement %1</translation>
    </message>
    <message>
        <source>Stop %1 alone</source>
        <translation>Arrêter uniquement %1</translation>
    </message>
    <message>
        <source>Restart %1 alone</source>
        <translation>Redémarrer uniquement %1</translation>
    </message>
</context>
<context>
    <name>Gantry::ServiceModel</name>
    <message>
        <source>%1 / %2</source>
        <comment>running and expected instances</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>built from its folder</source>
        <translation>construite depuis son dossier</translation>
    </message>
    <message>
        <source>SQL console</source>
        <translation>Console SQL</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instances</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Gantry::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
</context>
<context>
    <name>Gantry::SeveralLogs</name>
    <message numerus="yes">
        <source>Logs of %n container(s)</source>
        <translation>
            <numerusform>Journal de %n conteneur</numerusform>
            <numerusform>Journaux de %n conteneurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::SeveralLogsWindow</name>
    <message>
        <source>Logs of %1</source>
        <comment>names of containers</comment>
        <translation>Journaux de %1</translation>
    </message>
    <message>
        <source>These containers were removed.</source>
        <translation>Ces conteneurs ont été supprimés.</translation>
    </message>
    <message>
        <source>These containers are of another engine.</source>
        <translation>Ces conteneurs appartiennent à un autre moteur.</translation>
    </message>
</context>
<context>
    <name>Gantry::ShellWords</name>
    <message>
        <source>A %1 is opened and never closed.</source>
        <translation>Un %1 est ouvert et jamais fermé.</translation>
    </message>
</context>
<context>
    <name>Gantry::SourceHint</name>
    <message>
        <source>The file names it “%1” now.</source>
        <translation>Le fichier l’appelle maintenant «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The file on this machine has it now: build the image again.</source>
        <translation>Le fichier de cette machine la contient maintenant&#xa0;: reconstruisez l’image.</translation>
    </message>
</context>
<context>
    <name>Gantry::SqlColouring</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>String</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Quoted identifier</source>
        <translation>Identifiant entre guillemets</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Backslash command</source>
        <translation>Commande antislash</translation>
    </message>
</context>
<context>
    <name>Gantry::SqlEditor</name>
    <message>
        <source>SQL editor</source>
        <translation>Éditeur SQL</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>Gantry::SqlHistoryFile</name>
    <message>
        <source>A statement of %1 characters was not kept. It began: %2</source>
        <translation>Une instruction de %1 caractères n’a pas été conservée. Elle commençait par&#xa0;: %2</translation>
    </message>
    <message>
        <source>The history of statements in “%1” cannot be used: “%2”.</source>
        <translation>L’historique des instructions dans «&#xa0;%1&#xa0;» est inutilisable&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Gantry::SqlSession</name>
    <message>
        <source>Expanded display is on.</source>
        <translation>Affichage étendu activé.</translation>
    </message>
    <message>
        <source>Expanded display is off.</source>
        <translation>Affichage étendu désactivé.</translation>
    </message>
    <message>
        <source>The connection was given up.</source>
        <translation>La connexion a été abandonnée.</translation>
    </message>
    <message>
        <source>The server could not be asked to stop the statement. %1</source>
        <translation>Impossible de demander au serveur d’arrêter l’instruction. %1</translation>
    </message>
    <message>
        <source>The connection was closed while the statement ran.</source>
        <translation>La connexion a été fermée pendant l’exécution de l’instruction.</translation>
    </message>
    <message>
        <source>It was on the server and may have taken effect.</source>
        <translation>Elle était sur le serveur et a pu prendre effet.</translation>
    </message>
    <message>
        <source>Expanded display is used automatically.</source>
        <translation>L’affichage étendu est utilisé automatiquement.</translation>
    </message>
    <message>
        <source>It was in a transaction, which the server rolls back once it notices.</source>
        <translation>Elle était dans une transaction, que le serveur annule dès qu’il s’en aperçoit.</translation>
    </message>
</context>
<context>
    <name>Gantry::StatementRunner</name>
    <message>
        <source>The statement contains the character 0, which PostgreSQL cannot take.</source>
        <translation>L’instruction contient le caractère 0, que PostgreSQL n’accepte pas.</translation>
    </message>
    <message>
        <source>The statement was cancelled before it was sent.</source>
        <translation>L’instruction a été annulée avant son envoi.</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>COPY</translation>
    </message>
    <message>
        <source>COPY … TO STDOUT in binary format cannot be shown. Choose the text or CSV format.</source>
        <translation>COPY … TO STDOUT au format binaire ne peut pas être affiché. Choisissez le format texte ou CSV.</translation>
    </message>
    <message>
        <source>The rows that follow could not be kept: %1. Those so far are shown.</source>
        <translation>Les lignes suivantes n’ont pas pu être conservées&#xa0;: %1. Celles reçues jusque-là sont affichées.</translation>
    </message>
    <message>
        <source>COPY … FROM STDIN needs data that the console does not send. Use INSERT, or COPY from a file on the server.</source>
        <translation>COPY … FROM STDIN a besoin de données que la console n’envoie pas. Utilisez INSERT, ou COPY depuis un fichier du serveur.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>La connexion a été perdue.</translation>
    </message>
    <message>
        <source>client_encoding was set to %1. The console needs %2 and set it back.</source>
        <translation>client_encoding a été réglé sur %1. La console a besoin de %2 et l’a rétabli.</translation>
    </message>
</context>
<context>
    <name>Gantry::StatsPane</name>
    <message>
        <source>CPU</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Block I/O</source>
        <translation>E/S disque</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>5 min, 1 hour</comment>
        <translation>Dernières %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Plots as PNG…</source>
        <translation>Graphiques en PNG…</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>Valeurs en CSV…</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçus</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyés</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lus</translation>
    </message>
    <message>
        <source>written</source>
        <translation>écrits</translation>
    </message>
    <message>
        <source>Save statistics to %1</source>
        <translation>Enregistrer les statistiques dans %1</translation>
    </message>
    <message>
        <source>Save plots</source>
        <translation>Enregistrer les graphiques</translation>
    </message>
    <message>
        <source>Images (*.png);;All files (*)</source>
        <translation>Images (*.png);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>the image cannot be encoded</source>
        <translation>l’image ne peut pas être encodée</translation>
    </message>
    <message>
        <source>Image written to %1</source>
        <translation>Image écrite dans %1</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Enregistrer les valeurs</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>Fichiers CSV (*.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%L1 samples written to %2</source>
        <translation>%L1 mesures écrites dans %2</translation>
    </message>
    <message>
        <source>PIDs</source>
        <translation>PID</translation>
    </message>
</context>
<context>
    <name>Gantry::StatsPlot</name>
    <message>
        <source>nothing is known yet</source>
        <translation>rien n’est encore connu</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>ensemble %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a time and values</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>now %1; highest %2</source>
        <translation>maintenant %1&#xa0;; maximum %2</translation>
    </message>
    <message>
        <source>%1; limit %2</source>
        <translation>%1&#xa0;; limite %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limite</translation>
    </message>
</context>
<context>
    <name>Gantry::StatusLine</name>
    <message>
        <source>%1, %2 running</source>
        <comment>&quot;14 containers&quot; and the number of running ones</comment>
        <translation>%1, %2 en marche</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n conteneur</numerusform>
            <numerusform>%n conteneurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::StopReader</name>
    <message>
        <source>The log cannot be read: there is no connection to the engine.</source>
        <translation>Le journal ne peut pas être lu&#xa0;: il n’y a pas de connexion au moteur.</translation>
    </message>
</context>
<context>
    <name>Gantry::TagImageDialog</name>
    <message>
        <source>Tag image</source>
        <translation>Nommer l’image</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nommer</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>One more name for %1:</source>
        <translation>Un nom de plus pour %1&#xa0;:</translation>
    </message>
    <message>
        <source>Present owner of the name</source>
        <translation>Image qui porte ce nom</translation>
    </message>
    <message>
        <source>A name is small letters and digits with . _ - / between them, and may end with a colon and a tag.</source>
        <translation>Un nom est fait de minuscules et de chiffres avec . _ - / entre eux, et peut finir par un deux-points et une étiquette.</translation>
    </message>
    <message>
        <source>The image has this name already.</source>
        <translation>L’image porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Image %1 has this name now and would lose it.</source>
        <translation>L’image %1 porte ce nom et le perdrait.</translation>
    </message>
</context>
<context>
    <name>Gantry::TarReader</name>
    <message>
        <source>The archive that the engine sent cannot be read. %1</source>
        <translation>L’archive envoyée par le moteur est illisible. %1</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalEndBar</name>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open the same terminal again</source>
        <translation>Ouvrir à nouveau le même terminal</translation>
    </message>
    <message>
        <source>The terminal was closed.</source>
        <translation>Le terminal a été fermé.</translation>
    </message>
    <message>
        <source>The container has ended with exit code %1.</source>
        <translation>Le conteneur s’est terminé avec le code %1.</translation>
    </message>
    <message>
        <source>%1 has ended with exit code %2.</source>
        <comment>a program</comment>
        <translation>%1 s’est terminé avec le code %2.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Le programme</translation>
    </message>
    <message>
        <source>This terminal ended with the last run of Gantry; what was in it is not kept.</source>
        <translation>Ce terminal s’est terminé avec la dernière exécution de Gantry ; son contenu n’est pas conservé.</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalFindBar</name>
    <message>
        <source>Search terminal</source>
        <translation>Rechercher dans le terminal</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Fermer la recherche</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>New session (Ctrl+Shift+T)</source>
        <translation>Nouvelle session (Ctrl+Maj+T)</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nouvelle session</translation>
    </message>
    <message>
        <source>Close the terminal (Ctrl+Shift+W)</source>
        <translation>Fermer le terminal (Ctrl+Maj+W)</translation>
    </message>
    <message>
        <source>Close the terminal</source>
        <translation>Fermer le terminal</translation>
    </message>
    <message>
        <source>Find (Ctrl+Shift+F)</source>
        <translation>Rechercher (Ctrl+Maj+F)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>%1 is paused: unpause it.</source>
        <translation>%1 est en pause&#xa0;: reprenez-le.</translation>
    </message>
    <message>
        <source>%1 is not running.</source>
        <translation>%1 n’est pas en marche.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Tab is typed here; Ctrl+Tab and Ctrl+Shift+Tab leave the terminal.</source>
        <translation>Tab s’écrit ici&#xa0;; Ctrl+Tab et Ctrl+Maj+Tab quittent le terminal.</translation>
    </message>
    <message>
        <source>Attach to %1</source>
        <translation>S’attacher à %1</translation>
    </message>
    <message>
        <source>Open a terminal in %1</source>
        <translation>Ouvrir un terminal dans %1</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Attaché</translation>
    </message>
    <message>
        <source>The engine is not connected.</source>
        <translation>Le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Ce n’est pas une expression régulière</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a match, and how many there are</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 runs in this terminal. Close it all the same?</source>
        <comment>a program</comment>
        <translation>%1 s’exécute dans ce terminal. Le fermer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>It is told that its terminal is gone, and usually ends.</source>
        <translation>Il apprend que son terminal a disparu et se termine en général.</translation>
    </message>
    <message>
        <source>%1 runs in a terminal on %2.</source>
        <comment>a program, a container</comment>
        <translation>%1 s’exécute dans un terminal de %2.</translation>
    </message>
    <message>
        <source>%1, bell</source>
        <comment>a terminal</comment>
        <translation>%1, sonnerie</translation>
    </message>
    <message>
        <source>The container was removed.</source>
        <translation>Le conteneur a été supprimé.</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalSession</name>
    <message>
        <source>No terminal can be opened: the engine is not connected.</source>
        <translation>Aucun terminal ne peut être ouvert&#xa0;: le moteur n’est pas connecté.</translation>
    </message>
    <message>
        <source>The container has ended.</source>
        <translation>Le conteneur s’est terminé.</translation>
    </message>
    <message>
        <source>The container was made without a terminal: there is nothing to attach to.</source>
        <translation>Le conteneur a été créé sans terminal&#xa0;: il n’y a rien à quoi s’attacher.</translation>
    </message>
    <message>
        <source>No shell could be started in the container (%1). The engine says: %2</source>
        <translation>Aucun shell n’a pu être démarré dans le conteneur (%1). Le moteur répond&#xa0;: %2</translation>
    </message>
    <message>
        <source>The connection to the engine was lost.</source>
        <translation>La connexion au moteur a été perdue.</translation>
    </message>
    <message>
        <source>The engine does not tell how it ended.</source>
        <translation>Le moteur ne dit pas comment il s’est terminé.</translation>
    </message>
    <message>
        <source>The terminal was left; the container goes on.</source>
        <translation>Le terminal a été quitté&#xa0;; le conteneur continue.</translation>
    </message>
    <message>
        <source>The container was removed.</source>
        <translation>Le conteneur a été supprimé.</translation>
    </message>
    <message>
        <source>The program did not end with its terminal.</source>
        <translation>Le programme ne s’est pas terminé avec son terminal.</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalStartForm</name>
    <message>
        <source>Open terminal</source>
        <translation>Ouvrir le terminal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>the best shell that is there</source>
        <translation>le meilleur shell présent</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>the container&apos;s own</source>
        <translation>celui du conteneur</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Open a terminal in %1</source>
        <translation>Ouvrir un terminal dans %1</translation>
    </message>
    <message>
        <source>Variables are written as NAME=value, with a space between them.</source>
        <translation>Les variables s’écrivent NOM=valeur, séparées par une espace.</translation>
    </message>
    <message>
        <source>Ctrl+Tab leaves the terminal by the keyboard.</source>
        <translation>Ctrl+Tab quitte le terminal au clavier.</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalView</name>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>Coller %n ligne dans le terminal&#xa0;?</numerusform>
            <numerusform>Coller %n lignes dans le terminal&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>A shell runs each line as a command.</source>
        <translation>Un shell exécute chaque ligne comme une commande.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>et %n autre ligne</numerusform>
            <numerusform>et %n autres lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Rechercher…</translation>
    </message>
</context>
<context>
    <name>Gantry::TerminalWindow</name>
    <message>
        <source>Terminal in %1</source>
        <translation>Terminal dans %1</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 a été supprimé.</translation>
    </message>
</context>
<context>
    <name>Gantry::TransactionChip</name>
    <message>
        <source>In transaction</source>
        <translation>En transaction</translation>
    </message>
    <message>
        <source>Transaction failed</source>
        <translation>Transaction en échec</translation>
    </message>
    <message numerus="yes">
        <source>In transaction, %Ln change(s)</source>
        <translation>
            <numerusform>En transaction, %Ln modification</numerusform>
            <numerusform>En transaction, %Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>A statement failed: the server refuses everything but a rollback.</source>
        <translation>Une instruction a échoué&#xa0;: le serveur refuse tout, sauf l’annulation de la transaction.</translation>
    </message>
    <message>
        <source>Changes become visible to others with Commit and are undone with Roll back.</source>
        <translation>Les modifications deviennent visibles pour les autres avec «&#xa0;Valider&#xa0;» et sont annulées avec «&#xa0;Abandonner&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Gantry::Transport</name>
    <message>
        <source>connect to the engine</source>
        <translation>se connecter au moteur</translation>
    </message>
    <message>
        <source>no engine listens at %1</source>
        <translation>aucun moteur n’écoute à l’adresse %1</translation>
    </message>
    <message>
        <source>the host of %1 is not known</source>
        <translation>l’hôte de %1 est inconnu</translation>
    </message>
    <message>
        <source>no answer from %1</source>
        <translation>aucune réponse de %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>permission denied for %1</source>
        <translation>permission refusée pour %1</translation>
    </message>
    <message>
        <source>there is no socket %1</source>
        <translation>il n’y a pas de socket %1</translation>
    </message>
</context>
<context>
    <name>Gantry::TunnelServer</name>
    <message>
        <source>The container has no program that could carry the connection (one of: %1).</source>
        <translation>Le conteneur n’a aucun programme capable de relayer la connexion (l’un de&#xa0;: %1).</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation>Il indique&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Could not open a socket for the tunnel at %1: %2</source>
        <translation>Impossible d’ouvrir un socket pour le tunnel dans %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Gantry::TypeNames</name>
    <message>
        <source>type %1</source>
        <translation>type %1</translation>
    </message>
</context>
<context>
    <name>Gantry::UpMenu</name>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
</context>
<context>
    <name>Gantry::UpPlanner</name>
    <message>
        <source>These containers were made by Compose %1. %2 would replace and rename them.</source>
        <translation>Ces conteneurs ont été créés par Compose %1. %2 les remplacerait et les renommerait.</translation>
    </message>
    <message>
        <source>%1 is recreated</source>
        <translation>%1 est recréé</translation>
    </message>
    <message>
        <source>its image changed</source>
        <translation>son image a changé</translation>
    </message>
    <message>
        <source>image %1 → %2</source>
        <translation>image %1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>port %1 → %2</source>
        <translation>port %1 → %2</translation>
    </message>
    <message>
        <source>its configuration changed</source>
        <translation>sa configuration a changé</translation>
    </message>
</context>
<context>
    <name>Gantry::Usage</name>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n conteneur</numerusform>
            <numerusform>%n conteneurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gantry::UsageCards</name>
    <message>
        <source>CPU</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>sur %n cœur</numerusform>
            <numerusform>sur %n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
</context>
<context>
    <name>Gantry::UsageCells</name>
    <message>
        <source>%1 % of one core</source>
        <translation>%1&#xa0;% d’un cœur</translation>
    </message>
    <message>
        <source>Why did it stop?</source>
        <translation>Pourquoi s’est-il arrêté&#xa0;?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>Gantry::ValueView</name>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Save value to a file</source>
        <translation>Enregistrer la valeur dans un fichier</translation>
    </message>
    <message>
        <source>Close value</source>
        <translation>Fermer la valeur</translation>
    </message>
    <message>
        <source>%1, NULL</source>
        <translation>%1, NULL</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Only the first %1 are shown. Copy or save takes the whole value.</source>
        <translation>Seuls les %1 premiers sont affichés. Copier ou enregistrer prend la valeur entière.</translation>
    </message>
    <message>
        <source>The value has %1, too much for the clipboard. Save it to a file instead.</source>
        <translation>La valeur fait %1, c’est trop pour le presse-papiers. Enregistrez-la plutôt dans un fichier.</translation>
    </message>
    <message>
        <source>Save value</source>
        <translation>Enregistrer la valeur</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Enregistrée dans %1.</translation>
    </message>
    <message>
        <source>The value cannot be saved to %1: “%2”.</source>
        <translation>La valeur ne peut pas être enregistrée dans %1&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher la suite</translation>
    </message>
</context>
<context>
    <name>Gantry::VolumeDetailsPane</name>
    <message>
        <source>Volume details</source>
        <translation>Détails du volume</translation>
    </message>
    <message>
        <source>A volume is a folder that the engine keeps for containers. It stays when they go, and a new container finds the data again.</source>
        <translation>Un volume est un dossier que le moteur garde pour les conteneurs. Il reste quand ils disparaissent, et un nouveau conteneur y retrouve les données.</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesurée</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>no container</source>
        <translation>aucun conteneur</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>Gantry::VolumeModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>Gantry::VolumesPage</name>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Filter by name, project…</source>
        <translation>Filtrer par nom, projet…</translation>
    </message>
    <message>
        <source>There are no volumes. Containers that keep data make them.</source>
        <translation>Il n’y a aucun volume. Les conteneurs qui conservent des données en créent.</translation>
    </message>
    <message>
        <source>Copy volume name</source>
        <translation>Copier le nom du volume</translation>
    </message>
    <message>
        <source>Remove volumes…</source>
        <translation>Supprimer les volumes…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 unused</source>
        <comment>&quot;9 volumes&quot; and how many of them nothing uses</comment>
        <translation>%1, inutilisés&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 uses %2. Remove the container first.</source>
        <comment>a container, or &quot;3 containers&quot;; a volume</comment>
        <translation>%2 est utilisé par %1. Supprimez d’abord le conteneur.</translation>
    </message>
    <message>
        <source>%1, of project %2</source>
        <comment>a volume</comment>
        <translation>%1, du projet %2</translation>
    </message>
    <message>
        <source>Remove volumes</source>
        <translation>Supprimer les volumes</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s) with all data?</source>
        <translation>
            <numerusform>Supprimer %n volume avec toutes ses données&#xa0;?</numerusform>
            <numerusform>Supprimer %n volumes avec toutes leurs données&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>The data is lost for good.</source>
        <translation>Les données seront définitivement perdues.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Supprimer %n volume</numerusform>
            <numerusform>Supprimer %n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>Create volume…</source>
        <translation>Créer un volume…</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Créer…</translation>
    </message>
    <message>
        <source>Make a volume that containers can use</source>
        <translation>Créer un volume que des conteneurs peuvent utiliser</translation>
    </message>
    <message>
        <source>Measure volumes</source>
        <translation>Mesurer les volumes</translation>
    </message>
    <message>
        <source>Measure sizes</source>
        <translation>Mesurer les tailles</translation>
    </message>
    <message>
        <source>Ask the engine how much each volume holds</source>
        <translation>Demander au moteur ce que chaque volume contient</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisés</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a volume; its size</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Gantry::WelcomePanel</name>
    <message>
        <source>Compose files found in your home folder</source>
        <translation>Fichiers Compose trouvés dans votre dossier personnel</translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation>Essayer le projet d’exemple</translation>
    </message>
    <message>
        <source>A small web API with its database, ready to read, change and break.</source>
        <translation>Une petite API web avec sa base de données, prête à être lue, modifiée et cassée.</translation>
    </message>
    <message>
        <source>Open a Compose project</source>
        <translation>Ouvrir un projet Compose</translation>
    </message>
    <message>
        <source>Pick a folder with a compose.yaml. Gantry shows its services before anything starts.</source>
        <translation>Choisissez un dossier contenant un compose.yaml. Gantry montre ses services avant tout démarrage.</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Aller où vous voulez</translation>
    </message>
    <message>
        <source>Every page, action, container and project answers to its name. Type a few letters of it.</source>
        <translation>Chaque page, action, conteneur et projet répond à son nom. Tapez-en quelques lettres.</translation>
    </message>
    <message>
        <source>%1 is ready. Nothing runs yet.</source>
        <comment>Docker, Podman</comment>
        <translation>%1 est prêt. Rien n’est encore en marche.</translation>
    </message>
    <message>
        <source>Choose a way to begin. You can stop and remove everything again from this window.</source>
        <translation>Choisissez par où commencer. Tout pourra être arrêté et supprimé depuis cette fenêtre.</translation>
    </message>
</context>
<context>
    <name>Gantry::YamlDocument</name>
    <message>
        <source>the document is not a mapping</source>
        <translation>le document n’est pas un dictionnaire</translation>
    </message>
    <message>
        <source>the document is too large or nested</source>
        <translation>le document est trop gros ou trop imbriqué</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
</context>
</TS>
