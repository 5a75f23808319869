package vn.toancanh.bench.hands;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Presses keys and buttons and moves the pointer of one virtual screen, by the XTEST extension of its X server: to whatever window is
 * there these come as from a keyboard and a mouse. To be closed before that server ends, which would end this process with it. One thread.
 */
@SuppressWarnings("restricted") // libX11, libXtst
final class Fingers implements AutoCloseable {
    private static final int PRIMARY = 1;
    private static final long NOW = 0;

    private final Arena arena = Arena.ofConfined();
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
    private final SymbolLookup xtst = SymbolLookup.libraryLookup("libXtst.so.6", arena);
    private final MethodHandle open = call(x11, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private final MethodHandle shut = call(x11, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private final MethodHandle flush = call(x11, "XFlush", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private final MethodHandle symbol = call(x11, "XStringToKeysym", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
    private final MethodHandle code =
            call(x11, "XKeysymToKeycode", FunctionDescriptor.of(JAVA_BYTE, ADDRESS, JAVA_LONG));
    private final MethodHandle key = fake("XTestFakeKeyEvent", JAVA_INT, JAVA_INT, JAVA_LONG);
    private final MethodHandle button = fake("XTestFakeButtonEvent", JAVA_INT, JAVA_INT, JAVA_LONG);
    private final MethodHandle motion = fake("XTestFakeMotionEvent", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private final MemorySegment display;

    /**
     * @param display of the X server, such as {@code :99}
     * @throws IOException where there is none
     */
    Fingers(String display) throws IOException {
        this.display = (MemorySegment) did(() -> (MemorySegment) open.invokeExact(arena.allocateFrom(display)));
        if (this.display.equals(MemorySegment.NULL)) {
            arena.close();
            throw new IOException("no display " + display);
        }
    }

    private MethodHandle call(SymbolLookup library, String name, FunctionDescriptor described) {
        return linker.downcallHandle(library.findOrThrow(name), described);
    }

    private MethodHandle fake(String name, MemoryLayout... arguments) {
        FunctionDescriptor described = FunctionDescriptor.of(JAVA_INT, ADDRESS);
        return call(xtst, name, described.appendArgumentLayouts(arguments));
    }

    /** What calls into C. */
    private interface Native {
        Object call() throws Throwable;
    }

    private static Object did(Native what) {
        try {
            return what.call();
        } catch (Throwable fault) {
            throw new IllegalStateException("X11", fault);
        }
    }

    /**
     * Presses keys together and lets them go in the opposite order.
     *
     * @param names as X calls them, such as {@code Control_L Right}
     * @throws IOException where the keyboard has no such key
     */
    void press(String names) throws IOException {
        int[] codes = new int[names.split(" ", -1).length];
        int at = 0;
        for (String name : names.split(" ", -1)) {
            codes[at++] = code(name);
        }
        Arrays.stream(codes).forEach(each -> key(each, 1));
        for (int i = codes.length - 1; i >= 0; i--) {
            key(codes[i], 0);
        }
        flush();
    }

    /** Types digits and strokes, one after the other. */
    void type(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            press(text.charAt(i) == '/' ? "slash" : text.substring(i, i + 1));
        }
    }

    private int code(String name) throws IOException {
        long found = (long) did(() -> (long) symbol.invokeExact(arena.allocateFrom(name)));
        int code = found == 0 ? 0 : (byte) did(() -> (byte) this.code.invokeExact(display, found)) & 0xFF;
        if (code == 0) {
            throw new IOException("the keyboard has no key " + name);
        }
        return code;
    }

    private void key(int code, int down) {
        did(() -> (int) key.invokeExact(display, code, down, NOW));
    }

    /** Clicks there, so many times at once. */
    void click(int x, int y, int times) throws InterruptedException {
        did(() -> (int) motion.invokeExact(display, -1, x, y, NOW));
        for (int i = 0; i < times; i++) {
            did(() -> (int) button.invokeExact(display, PRIMARY, 1, NOW));
            did(() -> (int) button.invokeExact(display, PRIMARY, 0, NOW));
            flush();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void flush() {
        did(() -> (int) flush.invokeExact(display));
    }

    @Override
    public void close() {
        did(() -> (int) shut.invokeExact(display));
        arena.close();
    }
}
