package vn.toancanh.simulator.clip;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import vn.toancanh.base.Handle;

/** Coders that are ffmpeg processes, a few at a time. Any thread. */
public final class FfmpegCoders implements LiveCoders, Handle {
    private final String ffmpeg;
    private final Semaphore free;
    private final Set<FfmpegCoder> atWork = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Coders that start {@code ffmpeg}, a name on the path or a file.
     *
     * @param most so many at a time
     */
    public FfmpegCoders(String ffmpeg, int most) {
        this.ffmpeg = ffmpeg;
        this.free = new Semaphore(most);
    }

    @Override
    public Optional<LiveCoder> begin(ClipSpec live, LiveCoder.Listener listener) {
        if (closed || !free.tryAcquire()) {
            return Optional.empty();
        }
        FfmpegCoder coder = new FfmpegCoder(ffmpeg, live, listener, this::over);
        atWork.add(coder);
        coder.start();
        return Optional.of(coder);
    }

    private void over(FfmpegCoder coder) {
        if (atWork.remove(coder)) {
            free.release();
        }
    }

    /** Ends all of them. */
    @Override
    public void close() {
        closed = true;
        atWork.forEach(FfmpegCoder::close);
    }
}
