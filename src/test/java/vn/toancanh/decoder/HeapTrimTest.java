package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@SuppressWarnings("restricted") // malloc and free
class HeapTrimTest {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int BLOCK = 64 << 10;
    private static final int BLOCKS = 2000;

    private final MethodHandle malloc = call("malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
    private final MethodHandle free = call("free", FunctionDescriptor.ofVoid(ADDRESS));

    private static MethodHandle call(String name, FunctionDescriptor form) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), form);
    }

    @Test
    void holesBetweenWhatIsKeptAreGivenBack() throws Throwable {
        Assumptions.assumeTrue(ProcessFacts.ownKb() > 0, "the system tells no memory");
        Assumptions.assumeTrue(LINKER.defaultLookup().find("malloc_trim").isPresent(), "not the GNU C library");
        List<MemorySegment> kept = new ArrayList<>();
        List<MemorySegment> left = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            MemorySegment block = ((MemorySegment) malloc.invokeExact((long) BLOCK)).reinterpret(BLOCK);
            block.fill((byte) 1);
            (i % 8 == 0 ? kept : left).add(block);
        }
        for (MemorySegment each : left) {
            free.invokeExact(each);
        }
        long before = ProcessFacts.ownKb();
        new HeapTrim().trim();
        long given = before - ProcessFacts.ownKb();
        for (MemorySegment each : kept) {
            free.invokeExact(each);
        }
        assertThat(given).as("KiB given back of " + BLOCKS * 56).isGreaterThan(50_000);
    }
}
