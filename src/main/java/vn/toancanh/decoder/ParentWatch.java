package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ProcessName;
import vn.toancanh.base.ProcessState;

/**
 * Sees to it that a worker does not outlive its client, and a stopped client not its truth. On Linux the kernel kills the worker
 * with the client's thread that started it; everywhere the client's process is looked after. A client that is stopped can
 * change nothing on its screen any more, and its last pictures would say LIVE for as long as it is: its workers, which see that from
 * outside, end it, and its windows vanish. Lane: WORKER, but for what is done at first.
 */
@SuppressWarnings("restricted") // prctl
final class ParentWatch {
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);

    private final long parent;
    private final StoppedLooks looks = new StoppedLooks();

    ParentWatch(long parent) {
        this.parent = parent;
    }

    /**
     * Asks the kernel, takes a name of its own and leaves the client's process group, so that what stops the whole group, as Ctrl+Z does, or whatever has
     * the client's name, does not stop who is to see it. It stays in the client's session: Linux shares processors out between sessions, and a worker that had one of its own
     * would take as much of them while it begins as client, screen and all. Where there are no such calls, nothing happens.
     */
    void tieToParent() {
        ProcessName.take("toancanh-worker");
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> prctl = linker.defaultLookup().find("prctl");
        Optional<MemorySegment> setpgid = linker.defaultLookup().find("setpgid");
        if (prctl.isEmpty() || setpgid.isEmpty()) {
            return;
        }
        MethodHandle call = linker.downcallHandle(
                prctl.get(),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        MethodHandle leave = linker.downcallHandle(setpgid.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        try {
            int refused = (int) call.invokeExact(PR_SET_PDEATHSIG, SIGKILL, 0L, 0L, 0L);
            if (refused != 0) {
                throw new IllegalStateException("prctl answered " + refused);
            }
            if ((int) leave.invokeExact(0, 0) < 0) {
                LOG.debug("leads a session already");
            }
        } catch (Throwable fault) {
            throw new IllegalStateException("prctl or setpgid", fault);
        }
    }

    /**
     * Once a second: ends the client where it has been found stopped some times in a row. Not one that a debugger holds, nor one
     * that takes its time; while the machine sleeps nobody looks.
     */
    void look() {
        boolean stopped = ProcessState.of(parent) == ProcessState.STOPPED && !orphaned();
        Optional<ProcessHandle> client = ProcessHandle.of(parent);
        Duration worked =
                client.flatMap(process -> process.info().totalCpuDuration()).orElse(null);
        if (looks.take(stopped, worked, Clock.SYSTEM.nanos())) {
            LOG.error("the client (pid {}) is stopped, and what its windows say stands still: it is ended", parent);
            client.ifPresent(ParentWatch::end);
        }
    }

    /**
     * Ends the client, and before it any worker that was stopped with it because it had not left its group yet: that one could not
     * see that its client is gone. This process falls with the client.
     */
    private static void end(ProcessHandle client) {
        client.children()
                .filter(child -> ProcessState.of(child.pid()) == ProcessState.STOPPED)
                .forEach(ProcessHandle::destroyForcibly);
        client.destroyForcibly();
    }

    /** True once the client is gone, or was before this process could look. */
    boolean orphaned() {
        Optional<ProcessHandle> now = ProcessHandle.current().parent();
        return now.isEmpty() || now.get().pid() != parent;
    }
}
