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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;

/**
 * A relay's process that has shown itself to be of our data, as its server sees it. One reader; writers from any thread,
 * each of which waits for the relay to take what he writes: see {@link OrderQueue}.
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

    /**
     * Has it serve; it is ended where it says that it cannot.
     *
     * @param grace how long to go on without a server
     * @param meanwhile hears what it says besides
     * @return its port
     * @throws FailureException CONFLICT where its port is taken, RESOURCES where it cannot serve for another reason
     * @throws IOException where it does not answer
     */
    int serve(Serving how, Duration grace, Lane lane, Consumer<Word> meanwhile) throws IOException {
        socket.write(new Order.Serve(how, grace.toSeconds()));
        Word word = soon(lane);
        while (!(word instanceof Word.Refused refused)) {
            if (word instanceof Word.Listening at) {
                return at.port();
            }
            meanwhile.accept(word);
            word = soon(lane);
        }
        LOG.warn("the relay cannot serve at {}:{}: {}", how.address(), how.port(), refused.why());
        end();
        throw new FailureException(
                refused.taken()
                        ? Failure.of(Failure.Kind.CONFLICT, refused.why())
                                .withText("server.portTaken", how.address(), Integer.toString(how.port()))
                        : Failure.of(Failure.Kind.RESOURCES, refused.why())
                                .withText("server.relayRefused", refused.why()));
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
