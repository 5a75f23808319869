package vn.toancanh.simulator.clip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.strip.Schedule;

/**
 * One ffmpeg process that codes pictures as they are painted. One thread paints and writes, another reads. The process ends with its input,
 * so that it outlives neither this nor the whole program.
 */
final class FfmpegCoder implements LiveCoder {
    private static final Logger LOG = LoggerFactory.getLogger(FfmpegCoder.class);

    private record Order(long count, HeadPosition at) {}

    private final String ffmpeg;
    private final ClipSpec live;
    private final Listener listener;
    private final Consumer<FfmpegCoder> over;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Queue<Order> written = new ConcurrentLinkedQueue<>();
    private final Thread painting;
    private @Nullable Process process;
    private boolean closed;

    FfmpegCoder(String ffmpeg, ClipSpec live, Listener listener, Consumer<FfmpegCoder> over) {
        this.ffmpeg = ffmpeg;
        this.live = live;
        this.listener = listener;
        this.over = over;
        this.painting = Threads.daemon("simulator-head-" + live.camera(), this::paint);
    }

    void start() {
        painting.start();
    }

    @Override
    public void code(long count, HeadPosition at) {
        orders.add(new Order(count, at));
    }

    private void paint() {
        try {
            Process begun = begin();
            if (begun == null) {
                return;
            }
            Threads.daemon("simulator-head-" + live.camera() + "-coded", () -> read(begun))
                    .start();
            feed(begun.getOutputStream());
        } catch (IOException failed) {
            end(failed.toString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            LOG.error("what the head of camera {} sees", live.camera(), fault);
            end(fault.toString());
        }
    }

    private @Nullable Process begin() throws IOException {
        List<String> words = new ArrayList<>(
                EncoderWords.pictures(ffmpeg, live, List.of("-probesize", "32", "-analyzeduration", "0")));
        words.addAll(EncoderWords.coding(live));
        // each picture as it comes, and out at once
        words.addAll(List.of("-vsync", "passthrough", "-flush_packets", "1", "-f", "avi", "pipe:1"));
        synchronized (this) {
            if (closed) {
                return null;
            }
            process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process;
        }
    }

    private void feed(OutputStream out) throws IOException, InterruptedException {
        ClipPainter painter = new ClipPainter(live);
        byte[] bytes = new byte[live.width() * live.height() * 4];
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (true) {
            Order order = orders.take();
            int frame = (int) Math.floorMod(order.count, (long) Schedule.frames(live.role()));
            view.asIntBuffer().put(painter.paint(frame, order.at));
            written.add(order);
            out.write(bytes);
            out.flush();
        }
    }

    private void read(Process from) {
        AviPictures pictures = new AviPictures(new BufferedInputStream(from.getInputStream(), 1 << 16));
        try {
            while (true) {
                Clip.Frame frame = AnnexBClip.picture(live, pictures.next());
                Order order = written.poll();
                if (order == null) {
                    end("more pictures than were asked for");
                    return;
                }
                listener.coded(order.count, order.at, frame);
            }
        } catch (IOException gone) {
            end(gone.toString());
        } catch (RuntimeException odd) {
            LOG.error("what was coded for camera {}", live.camera(), odd);
            end(odd.toString());
        }
    }

    private void end(String why) {
        if (release()) {
            LOG.warn("the coder of camera {} {} ended: {}", live.camera(), live.role(), why);
            listener.ended();
        }
    }

    /** True the first time. */
    private boolean release() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            if (process != null) {
                process.destroyForcibly();
            }
        }
        painting.interrupt();
        over.accept(this);
        return true;
    }

    @Override
    public void close() {
        release();
    }
}
