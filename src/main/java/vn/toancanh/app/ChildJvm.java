package vn.toancanh.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How processes of ours are started from this one: the same Java, the same jars, the flags of their kind.
 *
 * @param java the java binary
 * @param modules JavaFX's jars, as a module path
 * @param classes everything else, as a class path
 * @param flags folder with {@code common.args} and one file a kind
 */
public record ChildJvm(Path java, String modules, String classes, Path flags) {
    /** The property that says under which number this run notes the classes that it uses. */
    private static final String NOTE = "toancanh.archives.note";

    private static final String RECORD = "-XX:AOTMode=record";

    /** The property that names what stands before this process's own class path in that of its children. */
    private static final String CLASSES_FIRST = "toancanh.classes.first";

    /** The property with flags, apart by spaces, that every process of ours gets and hands on. */
    private static final String MORE = "toancanh.jvm.more";

    /** What is noted of a run's children; the run's own process is the launcher's to start. */
    private static final Set<String> NOTED = Set.of("client", "worker");

    /** Commands with flags of their own; the others have those of services. */
    private static final Set<String> OF_THEIR_OWN = Set.of("client", "server");

    /** As this process itself was started. Tests, which run on folders of classes, may have the product's jars stand first. */
    public static ChildJvm asThisOne() {
        String home = System.getProperty("toancanh.home", ".");
        String own = System.getProperty("java.class.path", "");
        String first = System.getProperty(CLASSES_FIRST, "");
        String binary = System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";
        return new ChildJvm(
                Path.of(System.getProperty("java.home", ""), "bin", binary),
                System.getProperty("jdk.module.path", ""),
                first.isEmpty() ? own : first + File.pathSeparator + own,
                Path.of(home, "installers", "jvm"));
    }

    /**
     * The command line of a process.
     *
     * @param kind which flags: {@code client}, {@code server}, {@code service} or {@code relay}
     */
    public List<String> command(String kind, List<String> properties, String mainClass, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.add("@" + flags.resolve("common.args"));
        line.add("@" + flags.resolve(kind + ".args"));
        line.addAll(more());
        line.addAll(properties);
        if (!modules.isEmpty()) {
            line.add("--module-path");
            line.add(modules);
        }
        line.add("-cp");
        line.add(classes);
        line.add(mainClass);
        line.addAll(arguments);
        return line;
    }

    private static List<String> more() {
        String words = System.getProperty(MORE, "").strip();
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of(words.split(" +", -1)));
        all.add("-D" + MORE + "=" + words);
        return all;
    }

    /** Has a process use the classes kept ready for its kind, or note which they are. */
    private static List<String> archive(String kind) {
        String folder = System.getProperty("toancanh.archives", "");
        if (folder.isEmpty()) {
            return List.of();
        }
        String run = System.getProperty(NOTE, "");
        Path ready = Path.of(folder, kind + ".aot");
        List<String> all = new ArrayList<>(List.of("-Dtoancanh.archives=" + folder));
        if (!run.isEmpty()) {
            // What is ready for this kind may be missing for its children's.
            all.add("-D" + NOTE + "=" + run);
        }
        if (Files.exists(ready)) {
            all.addAll(List.of("-XX:AOTCache=" + ready, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        } else if (!run.isEmpty() && NOTED.contains(kind)) {
            all.addAll(List.of(
                    RECORD,
                    "-XX:AOTConfiguration=" + Path.of(folder, kind + "." + run + ".noted"),
                    "-Xlog:disable",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-DisplayVMOutput"));
        }
        return all;
    }

    /** True where this run notes which classes its processes use, which they write down as they end. */
    public static boolean notes() {
        return !System.getProperty(NOTE, "").isEmpty();
    }

    /**
     * The flags of a decoder worker's JVM, which has a class path only.
     *
     * @param number of the worker; the first one is noted for all
     */
    public List<String> workerFlags(int number) {
        List<String> all = new ArrayList<>(List.of("@" + flags.resolve("worker.args")));
        all.addAll(more());
        List<String> ready = archive("worker");
        if (number == 1 || !ready.contains(RECORD)) {
            all.addAll(ready);
        }
        return all;
    }

    /** The command line of a relay's process, which uses the classes kept ready for services. */
    public List<String> relayCommand(List<String> words) {
        List<String> properties = new ArrayList<>(archive("service"));
        String encoder = System.getProperty(Main.LOG_ENCODER);
        if (encoder != null) {
            properties.add("-D" + Main.LOG_ENCODER + "=" + encoder);
        }
        return command("relay", properties, RelayMain.class.getName(), words);
    }

    /** The command line of a command of this program, such as {@code client}, with the flags of its kind. */
    public List<String> wallCommand(List<String> words) {
        List<String> properties = new ArrayList<>();
        for (String inherited : List.of("toancanh.home", "prism.order")) {
            String value = System.getProperty(inherited);
            if (value != null) {
                properties.add("-D" + inherited + "=" + value);
            }
        }
        String first = words.isEmpty() ? "" : words.get(0);
        properties.addAll(archive(first.equals("client") ? "client" : "service"));
        String kind = OF_THEIR_OWN.contains(first) ? first : "service";
        return command(kind, properties, Main.class.getName(), words);
    }
}
