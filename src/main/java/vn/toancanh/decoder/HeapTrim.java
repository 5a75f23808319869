package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Has the C library give back the pages of its heap that nobody uses. Players that come and go leave holes between what others
 * keep, and glibc gives back by itself only what is free at the heap's end, malloc_trim(3). Any thread.
 */
@SuppressWarnings("restricted") // malloc_trim
final class HeapTrim {
    private final @Nullable MethodHandle call;

    HeapTrim() {
        Linker linker = Linker.nativeLinker();
        call = linker.defaultLookup()
                .find("malloc_trim")
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_LONG)))
                .orElse(null);
    }

    /** Gives back what can be given; nothing happens where the C library knows no such call. Takes some milliseconds. */
    void trim() {
        if (call == null) {
            return;
        }
        try {
            int _ = (int) call.invokeExact(0L);
        } catch (Throwable fault) {
            throw new IllegalStateException("malloc_trim", fault);
        }
    }
}
