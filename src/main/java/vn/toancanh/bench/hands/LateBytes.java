package vn.toancanh.bench.hands;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Bytes that have come and are not to go on yet, in the order in which they came, no more than there is room for. One thread. */
final class LateBytes {
    /** Whom they are handed on to. */
    interface Taker {
        /** Takes as many as it can, and moves the buffer's position past them. */
        int take(ByteBuffer bytes) throws IOException;
    }

    private record Piece(long came, ByteBuffer bytes) {}

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final int most;
    private int held;
    private OptionalLong ended = OptionalLong.empty();

    /** @param most so many bytes are held at most */
    LateBytes(int most) {
        this.most = most;
    }

    /** So many more may come. */
    int room() {
        return most - held;
    }

    /**
     * Takes all that is left in a buffer, which is copied.
     *
     * @param now {@code Clock.nanos()}
     */
    void add(ByteBuffer bytes, long now) {
        if (bytes.remaining() > room()) {
            throw new IllegalStateException("no room for " + bytes.remaining() + " bytes");
        }
        held += bytes.remaining();
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        pieces.add(new Piece(now, copy));
    }

    /** No more comes. The end is as late as bytes would be. */
    void end(long now) {
        ended = ended.isPresent() ? ended : OptionalLong.of(now);
    }

    /** Hands on what is due, as much of it as is taken. */
    void handOn(Taker taker, long now, Delay delay) throws IOException {
        for (Piece first = pieces.peek(); first != null; first = pieces.peek()) {
            if (delay.dueNanos(first.came) - now > 0) {
                return;
            }
            held -= taker.take(first.bytes);
            if (first.bytes.hasRemaining()) {
                return;
            }
            pieces.remove();
        }
    }

    /** When the next of them, or their end, is due, {@code Clock.nanos()}; empty where nothing waits. */
    OptionalLong nextNanos(Delay delay) {
        Piece first = pieces.peek();
        if (first != null) {
            return OptionalLong.of(delay.dueNanos(first.came));
        }
        return ended.isPresent() ? OptionalLong.of(delay.dueNanos(ended.getAsLong())) : OptionalLong.empty();
    }

    /** True once all has been handed on and the end is due. */
    boolean over(long now, Delay delay) {
        return pieces.isEmpty() && ended.isPresent() && delay.dueNanos(ended.getAsLong()) - now <= 0;
    }

    /** True where no more comes. */
    boolean ended() {
        return ended.isPresent();
    }
}
