package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.base.Threads;

/** A relay that is stopped, cannot serve or hangs up, and a server that is paused or ends meanwhile. The processes are real. */
@Tag("slow")
@Timeout(180)
class RelayInTroubleTest {
    @TempDir
    Path folder;

    private BesideRig rig;

    @BeforeEach
    void begin() {
        rig = new BesideRig(folder);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void aRelayThatIsStoppedKeepsNobodyWaitingAndIsReplaced() throws Exception {
        BesideRig.Said said = new BesideRig.Said();
        said.stand.add(BesideRig.good("g-1"));
        RelayBeside relay = rig.start(0, null, said);
        long first = relay.pid();
        stop(first);
        long begun = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            relay.admit(List.of(BesideRig.good("h-" + i).allowance()));
        }
        relay.settle();
        relay.cutSession("s-of-nobody");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("some megabytes, which its socket does not take")
                .isLessThan(Duration.ofSeconds(8));
        awaitAnother(relay, first);
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
        begun = System.nanoTime();
        while (!letsIn(relay) && System.nanoTime() - begun < 30_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(letsIn(relay)).isTrue();
    }

    /** The new one listens somewhat later than it is there, and is told what stands somewhat later still. */
    private static boolean letsIn(RelayBeside relay) throws IOException {
        try {
            return BesideRig.asks(relay, BesideRig.good("g-1")) == 502;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static void stop(long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void awaitAnother(RelayBeside relay, long first) throws InterruptedException {
        long begun = System.nanoTime();
        while (relay.pid() == first && System.nanoTime() - begun < 60_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(relay.pid()).isNotEqualTo(first);
    }

    /** A clock that a test puts forward, as it goes on for a process that was paused. */
    private static final class Paused implements Clock {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long nanos() {
            return SYSTEM.nanos() + nanos.get();
        }

        @Override
        public Instant now() {
            return SYSTEM.now().plusNanos(nanos.get());
        }
    }

    @Test
    void aServerThatWasPausedGoesOnWithItsRelay() throws Exception {
        Paused clock = new Paused();
        RelayBeside relay = rig.start(rig.setup(0, null), clock, new BesideRig.Said());
        long first = relay.pid();
        for (int i = 0; i < 4; i++) {
            clock.nanos.addAndGet(60_000_000_000L);
            TimeUnit.MILLISECONDS.sleep(1600);
            assertThat(relay.pid()).isEqualTo(first);
            assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isPresent();
        }
    }

    @Test
    void anOrderlyEndWhileItIsReplacedLeavesNone() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        RelayProgram slow = new RelayProgram(
                words -> {
                    if (starts.incrementAndGet() > 1) {
                        starting.countDown();
                        awaitQuietly(mayStart);
                    }
                    return ChildJvm.asThisOne().relayCommand(words);
                },
                folder);
        RelayBeside relay = rig.start(rig.setup(slow, 0, null, null, List::of), Clock.SYSTEM, new BesideRig.Said());
        ProcessHandle.of(relay.pid()).orElseThrow().destroyForcibly();
        assertThat(starting.await(60, TimeUnit.SECONDS)).isTrue();
        Thread ending = Threads.daemon("ending", relay::close);
        ending.start();
        while (ending.getState() != Thread.State.TIMED_WAITING) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        mayStart.countDown();
        ending.join();
        // Where nobody has waited for it, it comes only now.
        TimeUnit.SECONDS.sleep(2);
        assertThat(starts).hasValue(2);
        assertThat(MeetingPlace.sockets(folder)).isEmpty();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(each -> each.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRelayThatCannotServeSaysWhyAndNoProcessStays() throws Exception {
        Path certificate = Files.writeString(folder.resolve("a.crt"), "không phải chứng chỉ");
        Path key = Files.writeString(folder.resolve("a.key"), "không phải khoá");
        RelaySetup setup =
                rig.setup(new RelayProgram(ChildJvm.asThisOne()::relayCommand, folder), 0, certificate, key, List::of);
        assertThatThrownBy(() -> RelayBeside.start(setup, Clock.SYSTEM))
                .isInstanceOfSatisfying(FailureException.class, refused -> {
                    assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.RESOURCES);
                    assertThat(new Texts(Language.VI).of(refused.failure()))
                            .startsWith("Bộ chuyển tiếp luồng không phục vụ được")
                            .contains("a.");
                });
        assertThat(MeetingPlace.sockets(folder)).isEmpty();
    }

    @Test
    void aRelayThatHangsUpWhenItIsToServeIsNotLeftBehind() throws Exception {
        Path file = MeetingPlace.socket(folder, ProcessHandle.current().pid());
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(file));
            Threads.daemon("hangs-up", () -> hangUp(door)).start();
            assertThatThrownBy(() -> RelayBeside.start(rig.setup(0, null), Clock.SYSTEM))
                    .isInstanceOf(IOException.class);
            assertThat(file).doesNotExist();
        }
    }

    private static void hangUp(ServerSocketChannel door) {
        Proof proof = new Proof(Secret.of("mot-bi-mat"));
        try (ControlSocket caller = new ControlSocket(door.accept())) {
            caller.write(new Word.Hello(RelayProcess.PROTOCOL, "1", "00"));
            Order.Prove shown = (Order.Prove) Objects.requireNonNull(caller.read(Order.class));
            caller.write(new Word.Proved(proof.ofRelay("00", shown.nonce()), null));
            caller.read(Order.class);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
