package vn.toancanh.bench.hands;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.rtsp.wire.EventLoop;
import vn.toancanh.rtsp.wire.Selectable;

/**
 * One connection over a detour, to its camera: what the camera sends goes on as late as is told, what is asked of it at once. On the
 * loop's thread.
 */
final class Crossing implements Selectable {
    private static final System.Logger LOG = System.getLogger(Crossing.class.getName());

    /** More than a camera of 20 Mbit/s sends in six seconds; where it is full no more is read from the camera. */
    static final int MOST_BYTES = 16 << 20;

    private static final int MOST_QUESTIONS = 64 << 10;

    private final EventLoop loop;
    private final Clock clock;
    private final Supplier<Delay> delay;
    private final Consumer<Crossing> gone;
    private final SocketChannel asking;
    private final SocketChannel camera;
    private final SelectionKey askingKey;
    private final SelectionKey cameraKey;
    private final LateBytes answers = new LateBytes(MOST_BYTES);
    private final LateBytes questions = new LateBytes(MOST_QUESTIONS);
    private OptionalLong wakes = OptionalLong.empty();
    private boolean closed;

    /**
     * Begins to connect to the camera.
     *
     * @param delay asked again and again
     * @param gone told when it is over
     */
    Crossing(
            EventLoop loop,
            Clock clock,
            SocketChannel asking,
            SocketAddress to,
            Supplier<Delay> delay,
            Consumer<Crossing> gone)
            throws IOException {
        this.loop = loop;
        this.clock = clock;
        this.delay = delay;
        this.gone = gone;
        this.asking = asking;
        this.camera = SocketChannel.open();
        try {
            prepare(asking);
            prepare(camera);
            boolean connected = camera.connect(to);
            askingKey = asking.register(loop.selector(), SelectionKey.OP_READ, this);
            cameraKey =
                    camera.register(loop.selector(), connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        } catch (IOException refused) {
            camera.close();
            throw refused;
        }
    }

    private static void prepare(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        if (key.equals(cameraKey)) {
            ofCamera(buffer);
        } else if (key.isReadable() && !read(asking, questions, buffer)) {
            close();
        }
        goOn();
    }

    private void ofCamera(ByteBuffer buffer) {
        try {
            if (cameraKey.isConnectable()) {
                camera.finishConnect();
            }
        } catch (IOException refused) {
            // With that its key is gone.
            answers.end(clock.nanos());
            return;
        }
        if (cameraKey.isReadable() && !read(camera, answers, buffer)) {
            answers.end(clock.nanos());
        }
    }

    /** False where no more comes from there. */
    private boolean read(SocketChannel from, LateBytes into, ByteBuffer buffer) {
        try {
            buffer.clear().limit(Math.min(buffer.capacity(), into.room()));
            int got = from.read(buffer);
            if (got > 0) {
                into.add(buffer.flip(), clock.nanos());
            }
            return got >= 0;
        } catch (IOException lost) {
            return false;
        }
    }

    /** Hands on what is due, and waits for what is next. */
    void goOn() {
        if (closed) {
            return;
        }
        long now = clock.nanos();
        try {
            answers.handOn(asking::write, now, delay.get());
            if (camera.isConnected() && !answers.ended()) {
                questions.handOn(camera::write, now, Delay.NONE);
            }
        } catch (IOException lost) {
            close();
            return;
        }
        if (answers.over(now, delay.get())) {
            close();
            return;
        }
        askingKey.interestOps((questions.room() > 0 ? SelectionKey.OP_READ : 0) | writing(now));
        if (cameraKey.isValid()) {
            cameraKey.interestOps(askedOfCamera());
        }
        wake(now);
    }

    /** What is due and still here was not taken. */
    private int writing(long now) {
        OptionalLong next = answers.nextNanos(delay.get());
        return next.isPresent() && next.getAsLong() - now <= 0 ? SelectionKey.OP_WRITE : 0;
    }

    private int askedOfCamera() {
        if (!camera.isConnected()) {
            return SelectionKey.OP_CONNECT;
        }
        boolean reads = answers.room() > 0 && !answers.ended();
        boolean writes = questions.nextNanos(Delay.NONE).isPresent() && !answers.ended();
        return (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
    }

    private void wake(long now) {
        OptionalLong next = answers.nextNanos(delay.get());
        boolean waits = next.isPresent() && next.getAsLong() - now > 0;
        // A call that comes sooner finds out how long to wait by then.
        boolean called =
                waits && wakes.isPresent() && wakes.getAsLong() - now > 0 && wakes.getAsLong() - next.getAsLong() <= 0;
        if (waits && !called) {
            wakes = next;
            loop.at(next.getAsLong(), this::goOn);
        }
    }

    /** Cuts both sides; what has not gone on is lost. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        gone.accept(this);
        for (SocketChannel side : List.of(asking, camera)) {
            try {
                side.close();
            } catch (IOException kept) {
                LOG.log(System.Logger.Level.DEBUG, "a side could not be closed", kept);
            }
        }
    }
}
