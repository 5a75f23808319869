package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Sees to it that a worker does not outlive its client. On Linux the kernel kills it with the client's thread that started
 * it; everywhere the client's process is looked after.
 */
@SuppressWarnings("restricted") // prctl
final class ParentWatch {
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    private final long parent;

    ParentWatch(long parent) {
        this.parent = parent;
    }

    /** Asks the kernel; where there is no such call, nothing happens. */
    void tieToParent() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> prctl = linker.defaultLookup().find("prctl");
        if (prctl.isEmpty()) {
            return;
        }
        MethodHandle call = linker.downcallHandle(
                prctl.get(),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        try {
            int refused = (int) call.invokeExact(PR_SET_PDEATHSIG, SIGKILL, 0L, 0L, 0L);
            if (refused != 0) {
                throw new IllegalStateException("prctl answered " + refused);
            }
        } catch (Throwable fault) {
            throw new IllegalStateException("prctl", fault);
        }
    }

    /** True once the client is gone, or was before this process could look. */
    boolean orphaned() {
        Optional<ProcessHandle> now = ProcessHandle.current().parent();
        return now.isEmpty() || now.get().pid() != parent;
    }
}
