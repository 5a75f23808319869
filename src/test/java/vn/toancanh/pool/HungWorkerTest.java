package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * A real worker that hangs without being stopped, as in a deadlock: a debugger's protocol suspends its threads inside the JVM, and the system says
 * nothing of it but that they sleep.
 */
@Tag("slow")
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class HungWorkerTest {
    private static final int CAMERAS = 4;

    @TempDir
    Path logs;

    private Simulator simulator;

    @SuppressWarnings("NullAway.Init") // made by each test
    private RealPool pool;

    private @Nullable VirtualMachine inside;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulator.start(SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER));
        simulator.whenReady().get(4, TimeUnit.MINUTES);
    }

    @AfterEach
    void close() {
        VirtualMachine open = inside;
        try {
            if (open != null) {
                open.dispose();
            }
        } catch (VMDisconnectedException ended) {
            // As it should be.
        }
        pool.close();
        simulator.close();
    }

    private static VirtualMachine attach(int port) throws Exception {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        var arguments = sockets.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        return sockets.attach(arguments);
    }

    /** Plays two tiles in each of two workers, suspends the first of them, and tells how long until its fall was told. */
    private Duration toldAfterHanging(boolean whole) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        AtomicInteger begun = new AtomicInteger();
        String door = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
        pool = new RealPool(
                logs,
                number -> begun.incrementAndGet() == 1
                        ? List.of("@installers/jvm/worker.args", door)
                        : List.of("@installers/jvm/worker.args"));
        List<ReopenedTile> tiles = ReopenedTile.ofAll(simulator, pool);
        Patience.pause(3000);
        WorkerFacts hit = pool.pool.workers().getFirst();
        VirtualMachine worker = attach(port);
        inside = worker;
        long from = Clock.SYSTEM.nanos();
        if (whole) {
            worker.suspend();
        } else {
            worker.allThreads().stream()
                    .filter(thread -> thread.name().equals("WORKER"))
                    .forEach(ThreadReference::suspend);
        }
        Patience.until("its fall is told", () -> ReopenedTile.fallen(tiles) > 0);
        Duration told = Duration.ofNanos(Clock.SYSTEM.nanos() - from);
        Patience.until("all play again", () -> tiles.stream().allMatch(ReopenedTile::plays));
        Duration back = Duration.ofNanos(Clock.SYSTEM.nanos() - from);
        System.out.println("hung " + (whole ? "whole" : "in the thread that answers") + ": told after "
                + told.toMillis() + " ms, all tiles back after " + back.toMillis());
        assertThat(Patience.lives(hit.pid())).isFalse();
        assertThat(pool.pool.workers().getFirst().pid()).isNotEqualTo(hit.pid());
        assertThat(ReopenedTile.fallen(tiles)).isEqualTo(CAMERAS / 2);
        return told;
    }

    @Test
    void oneOfWhichEveryThreadHangsIsReplacedWithinThreeSecondsHoweverYoungItIs() throws Exception {
        // By its silence alone it would be found out after 2.75 s, and after 5.5 s while it is young.
        assertThat(toldAfterHanging(true)).isLessThan(Duration.ofMillis(2500));
    }

    @Test
    void oneThatDecodesAndDoesNotAnswerIsReplacedToo() throws Exception {
        assertThat(toldAfterHanging(false)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(9));
    }
}
