package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;

/**
 * A relay's process that has shown itself to be of our data, as its server sees it. One reader; writers from any thread.
 *
 * @param process empty where it is gone
 * @param file of its socket
 * @param hello its first word
 * @param serving how it served when it was met; null: not yet
 */
record Neighbour(
        ControlSocket socket,
        Optional<ProcessHandle> process,
        Path file,
        Word.Hello hello,
        @Nullable Serving serving) {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbour.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long END_SECONDS = 3;

    /**
     * Shows both sides to each other.
     *
     * @throws IOException where the other side is silent, or not the relay of our data; the socket is closed then
     */
    static Neighbour meet(ControlSocket socket, Path file, Proof proof, Lane lane) throws IOException {
        Handle patience = lane.after(PATIENCE, socket::close);
        try {
            if (!(socket.read(Word.class) instanceof Word.Hello hello)) {
                throw new IOException("no relay: it does not say so");
            }
            String own = proof.nonce();
            socket.write(new Order.Prove(own, proof.ofServer(hello.nonce(), own)));
            if (!(socket.read(Word.class) instanceof Word.Proved shown)
                    || !Proof.same(shown.proof(), proof.ofRelay(hello.nonce(), own))) {
                throw new IOException("a relay of other data, or none");
            }
            return new Neighbour(socket, process(file), file, hello, shown.serving());
        } catch (IOException | RuntimeException stranger) {
            socket.close();
            throw stranger;
        } finally {
            patience.close();
        }
    }

    /**
     * Its next word where one has to come soon.
     *
     * @throws IOException where none does
     */
    Word soon(Lane lane) throws IOException {
        Handle patience = lane.after(PATIENCE, socket::close);
        try {
            Word word = socket.read(Word.class);
            if (word == null) {
                throw new IOException("the relay has ended");
            }
            return word;
        } finally {
            patience.close();
        }
    }

    boolean isOf(String version) {
        return hello.protocol() == RelayProcess.PROTOCOL && hello.version().equals(version);
    }

    long pid() {
        return MeetingPlace.pid(file);
    }

    /** Has it end, and waits until it has let go of everything; kills it where that takes long. Reads. */
    void end() {
        CountDownLatch gone = new CountDownLatch(1);
        // It may be stopped, and then neither reads nor closes.
        Threads.virtual("relay-end", () -> {
                    readToTheEnd();
                    gone.countDown();
                })
                .start();
        end(gone);
    }

    /**
     * The same where somebody else reads.
     *
     * @param gone counted down when the socket has ended
     */
    void end(CountDownLatch gone) {
        Threads.virtual("relay-end", this::say).start();
        try {
            if (!gone.await(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the relay of process {} did not end by itself", pid());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
        socket.close();
    }

    private void say() {
        try {
            socket.write(new Order.End());
        } catch (IOException gone) {
            LOG.debug("the relay is gone: {}", gone.toString());
        }
    }

    private void readToTheEnd() {
        try {
            Word last = socket.read(Word.class);
            while (last != null) {
                last = socket.read(Word.class);
            }
        } catch (IOException gone) {
            LOG.debug("the relay is gone: {}", gone.toString());
        }
    }

    /** Ends its process at once where it still runs, and waits until its port is free. */
    void kill() {
        process.ifPresent(Neighbour::kill);
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("{} stays: {}", file, stays.toString());
        }
    }

    static void kill(ProcessHandle process) {
        if (!process.isAlive()) {
            return;
        }
        process.destroyForcibly();
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stays) {
            LOG.debug("process {} stays: {}", process.pid(), stays.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its process; none where it is this one, as in tests. A handle knows one number's processes apart by their start. */
    static Optional<ProcessHandle> process(Path file) {
        return ProcessHandle.of(MeetingPlace.pid(file))
                .filter(each -> each.pid() != ProcessHandle.current().pid());
    }
}
