package vn.toancanh.bench.ptz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.ptz.HeadReading.Phase;
import vn.toancanh.ptz.HeadSpeed;

/** A {@link DrilledDesk} from outside. Any thread. */
final class DeskProcess implements Handle {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Map<String, Phase> phases = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private DeskProcess(Process process) {
        this.process = process;
    }

    /** Starts one with the classes of this process, and waits until it is signed in. */
    static DeskProcess start(URI server, String user, Secret password, Path logs)
            throws IOException, InterruptedException {
        DeskProcess desk = new DeskProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dtoancanh.log.folder=" + logs,
                        "-Dtoancanh.log.name=" + user,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        DrilledDesk.class.getName()))
                .redirectError(logs.resolve(user + ".err").toFile())
                .start());
        Threads.daemon("desk-says", desk::listen).start();
        desk.say(server + "\n" + user + "\n" + password.reveal());
        if (!desk.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            desk.process.destroyForcibly();
            throw new IOException("a desk does not come up; see " + logs);
        }
        return desk;
    }

    private void listen() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] words = line.split(" ", -1);
                if (line.equals(DrilledDesk.SAYS + DrilledDesk.READY)) {
                    ready.countDown();
                } else if (line.startsWith(DrilledDesk.SAYS) && words.length == 3) {
                    phases.put(words[1], Phase.valueOf(words[2]));
                }
            }
        } catch (IOException gone) {
            phases.clear();
        }
    }

    private synchronized void say(String line) throws IOException {
        OutputStream to = process.getOutputStream();
        to.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        to.flush();
    }

    /** Presses, or goes on at another speed. */
    void move(String camera, HeadSpeed speed) throws IOException {
        say("move " + camera + " " + speed.pan() + " " + speed.tilt() + " " + speed.zoom());
    }

    /** Lets go. */
    void release(String camera) throws IOException {
        say("release " + camera);
    }

    /** What its tile would say of a head; null where it has said nothing yet. */
    @Nullable
    Phase phase(String camera) {
        return phases.get(camera);
    }

    /** SIGKILL. Returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    boolean runs() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
