package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs each test of a class in a process of its own, whose mounts nobody else sees: there a disk can really be full. As root,
 * or in a user's own namespace; skipped with its reason where neither is allowed.
 */
public final class Apart implements InvocationInterceptor {
    private static final String FOLDER = "toancanh.apart";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int ABORTED = 77;
    /** What quickens processes of the product, see docs/adr/0075-quick-tests.md. */
    private static final List<String> HANDED_ON =
            List.of("toancanh.classes.first", "toancanh.archives", "toancanh.jvm.more");

    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--mount"), List.of("unshare", "--user", "--map-root-user", "--mount"));

    /** The test's folder, on the usual disk. */
    static Path folder() {
        return Path.of(System.getProperty(FOLDER, ""));
    }

    /**
     * A new disk of that size in the test's folder.
     *
     * @param size as {@code mount} reads it, such as {@code 2m}
     */
    public static Path disk(String name, String size) throws Exception {
        Path disk = Files.createDirectories(folder().resolve(name));
        mount(disk, "-t", "tmpfs", "-o", "size=" + size, "none");
        return disk;
    }

    /** Mounts on a place, for this process and those it starts. */
    static void mount(Path place, String... how) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(how));
        command.add(place.toString());
        assertThat(run(command)).as(String.join(" ", command)).isZero();
    }

    static void unmount(Path place) throws Exception {
        assertThat(run(List.of("umount", place.toString()))).isZero();
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Fills a disk but for so many bytes, by a file that {@link #makeRoom} takes away again. */
    public static void fill(Path disk, long left) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[4096];
        try (var file = Files.newOutputStream(filler)) {
            while (disk.toFile().getUsableSpace() > left) {
                file.write(block, 0, (int) Math.min(block.length, disk.toFile().getUsableSpace() - left));
            }
        }
    }

    public static void makeRoom(Path disk) throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Path folder = Files.createTempDirectory("toan-canh-apart");
        try {
            fork(test.getTargetClass().getName(), test.getExecutable().getName(), folder);
        } finally {
            Commands.deleteTree(folder);
        }
    }

    private static void fork(String name, String method, Path folder) throws IOException, InterruptedException {
        Optional<List<String>> way = way(folder);
        assumeTrue(way.isPresent(), "mounts need root, or user namespaces for everybody");
        List<String> command = new ArrayList<>(way.orElseThrow());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-D" + FOLDER + "=" + folder,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        for (String handedOn : HANDED_ON) {
            String value = System.getProperty(handedOn, "");
            if (!value.isEmpty()) {
                command.add("-D" + handedOn + "=" + value);
            }
        }
        String modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) {
            command.addAll(List.of("--module-path", modules, "--add-modules", "javafx.controls"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Apart.class.getName(), name, method));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(said);
        System.out.println(text);
        assertThat(ended).as("ends in time; it said " + text).isTrue();
        assumeTrue(process.exitValue() != ABORTED, text);
        assertThat(process.exitValue()).as(text).isZero();
    }

    private static Optional<List<String>> way(Path folder) throws IOException, InterruptedException {
        for (List<String> way : WAYS) {
            List<String> attempt = new ArrayList<>(way);
            attempt.addAll(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder.toString()));
            try {
                Process process = new ProcessBuilder(attempt)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() == 0) {
                    return Optional.of(way);
                }
            } catch (IOException noUnshare) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The process of one test: {@code CLASS METHOD}. */
    public static void main(String[] arguments) throws Exception {
        int status = 0;
        try {
            Class<?> type = Class.forName(arguments[0]);
            var maker = type.getDeclaredConstructor();
            maker.setAccessible(true);
            Method method = type.getDeclaredMethod(arguments[1]);
            method.setAccessible(true);
            method.invoke(maker.newInstance());
        } catch (InvocationTargetException failed) {
            Throwable cause = failed.getTargetException();
            cause.printStackTrace();
            status = cause instanceof TestAbortedException ? ABORTED : 1;
        } catch (Throwable failed) {
            failed.printStackTrace();
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }
}
