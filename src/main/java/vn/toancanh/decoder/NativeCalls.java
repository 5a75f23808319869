package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntSupplier;
import uk.co.caprica.vlcj.binding.support.runtime.RuntimeUtil;

/**
 * libVLC's callbacks, once for all players: pointers pass as plain numbers, players are told apart by a number, so that a
 * call costs no allocation and no attaching (a native thread stays attached until it ends). Nothing thrown leaves a
 * callback: an exception there would end the process. Any thread of libVLC's.
 */
@SuppressWarnings({
    "restricted", // calls to and from libVLC: its pointers are taken on trust
    "UnusedMethod", // callbacks are found by name
    "UnusedVariable" // and have the parameters that libVLC gives them
})
final class NativeCalls {
    /** What a player answers to libVLC. Pointers are addresses in this process. */
    interface Player {
        /** vmem asks for the format; false refuses it. */
        boolean format(int sourceWidth, int sourceHeight, Format format);

        /** Address for the next picture's pixels. */
        long lock();

        /** The picture last locked is due. */
        void display();

        /** imem asks for a block; false at the end of the stream. */
        boolean next(Block block);
    }

    /** Where the answer to a format question goes. */
    record Format(long chroma, long width, long height, long pitches, long lines) {
        void answer(int pictureWidth, int pictureHeight, int stride) {
            MEMORY.set(JAVA_INT_UNALIGNED, chroma, RV32);
            MEMORY.set(JAVA_INT, width, pictureWidth);
            MEMORY.set(JAVA_INT, height, pictureHeight);
            MEMORY.set(JAVA_INT, pitches, stride);
            MEMORY.set(JAVA_INT, lines, pictureHeight);
        }
    }

    /** Where the answer to a block question goes; one for each player, so that asking makes no garbage. */
    static final class Block {
        private long decoding;
        private long presentation;
        private long size;
        private long buffer;

        /** Says at which addresses the answer is expected. */
        void goesTo(long decodingAt, long presentationAt, long sizeAt, long bufferAt) {
            decoding = decodingAt;
            presentation = presentationAt;
            size = sizeAt;
            buffer = bufferAt;
        }

        void answer(long decodingMicros, long presentationMicros, long bytes, long address) {
            MEMORY.set(JAVA_LONG_UNALIGNED, decoding, decodingMicros);
            MEMORY.set(JAVA_LONG_UNALIGNED, presentation, presentationMicros);
            MEMORY.set(JAVA_LONG_UNALIGNED, size, bytes);
            MEMORY.set(JAVA_LONG_UNALIGNED, buffer, address);
        }
    }

    private record Seat(Player player, Block block) {}

    /** Blue, green, red, alpha in memory, as libVLC fills it: {@code "RV32"}. */
    private static final int RV32 = 0x32335652;

    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final int SEATS = 1024;

    /** {@code libvlc_media_stats_t}: fifteen numbers of four bytes, of which the seventh is {@code i_decoded_video}. */
    private static final long STATISTICS_BYTES = 60;

    private static final long DECODED_AT = 24;

    private final AtomicReferenceArray<Seat> seats = new AtomicReferenceArray<>(SEATS);
    private final AtomicLong faults = new AtomicLong();
    private final Linker linker = Linker.nativeLinker();
    private final long get;
    private final long release;
    private final MethodHandle setCallbacks;
    private final MethodHandle setFormat;
    private final MethodHandle getStatistics;
    private final long format;
    private final long lock;
    private final long display;

    /** Makes the callbacks; libVLC must be loaded. They live as long as the process. */
    NativeCalls() throws ReflectiveOperationException {
        NativeLibrary library = NativeLibrary.getInstance(RuntimeUtil.getLibVlcLibraryName());
        setCallbacks = linker.downcallHandle(
                function(library, "libvlc_video_set_callbacks"),
                FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        setFormat = linker.downcallHandle(
                function(library, "libvlc_video_set_format_callbacks"),
                FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG));
        getStatistics = linker.downcallHandle(
                function(library, "libvlc_media_get_stats"), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
        get = stub(
                "onGet",
                FunctionDescriptor.of(
                        JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        release = stub("onRelease", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        format = stub(
                "onFormat",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        lock = stub("onLock", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG));
        display = stub("onDisplay", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG));
    }

    private static MemorySegment function(NativeLibrary library, String name) {
        return MemorySegment.ofAddress(Pointer.nativeValue(library.getFunction(name)));
    }

    private long stub(String method, FunctionDescriptor descriptor) throws ReflectiveOperationException {
        MethodHandle handle = MethodHandles.lookup()
                .findVirtual(NativeCalls.class, method, descriptor.toMethodType())
                .bindTo(this);
        return linker.upcallStub(handle, descriptor, Arena.global()).address();
    }

    /** Takes a number for a player. */
    int seat(Player player) {
        Seat seat = new Seat(player, new Block());
        for (int i = 1; i < SEATS; i++) {
            if (seats.compareAndSet(i, null, seat)) {
                return i;
            }
        }
        throw new IllegalStateException("more than " + (SEATS - 1) + " players in one worker");
    }

    /** Gives the number back, once libVLC has let go of the player. */
    void leave(int number) {
        seats.set(number, null);
    }

    /** Has libVLC draw the pictures of its player at address {@code instance} into our memory. */
    void drawInto(long instance, int number) {
        try {
            setCallbacks.invokeExact(instance, lock, 0L, display, (long) number);
            setFormat.invokeExact(instance, format, 0L);
        } catch (Throwable fault) {
            throw new IllegalStateException("libvlc_video_set_callbacks", fault);
        }
    }

    /**
     * Reads what a medium's decoder has taken and made since it began to play (see {@link DecoderCount}). Negative where
     * libVLC does not tell. While the medium lives; one thread.
     */
    IntSupplier decoderCount(long medium) {
        MemorySegment statistics = Arena.ofAuto().allocate(STATISTICS_BYTES, 8);
        return () -> {
            try {
                int told = (int) getStatistics.invokeExact(medium, statistics.address());
                return told == 0 ? -1 : statistics.get(JAVA_INT, DECODED_AT);
            } catch (Throwable fault) {
                throw new IllegalStateException("libvlc_media_get_stats", fault);
            }
        };
    }

    /** The media options that have libVLC pull blocks from a player. */
    String[] pullFrom(int number, String codec) {
        return new String[] {
            ":imem-get=" + get,
            ":imem-release=" + release,
            ":imem-data=" + number,
            ":imem-cat=2",
            ":imem-codec=" + codec
        };
    }

    /** Exceptions that were stopped at a callback's door. */
    long faults() {
        return faults.get();
    }

    private int onGet(long data, long cookie, long decoding, long presentation, long flags, long size, long buffer) {
        try {
            Seat seat = seats.get((int) data);
            if (seat == null) {
                return 1;
            }
            Block block = seat.block;
            block.goesTo(decoding, presentation, size, buffer);
            return seat.player.next(block) ? 0 : 1;
        } catch (Throwable fault) {
            faults.incrementAndGet();
            return 1;
        }
    }

    // libVLC insists on one.
    private void onRelease(long data, long cookie, long size, long buffer) {
        // libVLC copied the block; the memory is the player's and is used again.
    }

    private int onFormat(long opaque, long chroma, long width, long height, long pitches, long lines) {
        try {
            Seat seat = seats.get((int) MEMORY.get(JAVA_LONG, opaque));
            if (seat == null) {
                return 0;
            }
            Format where = new Format(chroma, width, height, pitches, lines);
            return seat.player.format(MEMORY.get(JAVA_INT, width), MEMORY.get(JAVA_INT, height), where) ? 1 : 0;
        } catch (Throwable fault) {
            faults.incrementAndGet();
            return 0;
        }
    }

    private long onLock(long opaque, long planes) {
        try {
            Seat seat = seats.get((int) opaque);
            MEMORY.set(JAVA_LONG_UNALIGNED, planes, seat == null ? 0 : seat.player.lock());
        } catch (Throwable fault) {
            faults.incrementAndGet();
        }
        return 0;
    }

    private void onDisplay(long opaque, long picture) {
        try {
            Seat seat = seats.get((int) opaque);
            if (seat != null) {
                seat.player.display();
            }
        } catch (Throwable fault) {
            faults.incrementAndGet();
        }
    }
}
