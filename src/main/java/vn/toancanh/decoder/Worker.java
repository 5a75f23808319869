package vn.toancanh.decoder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.rtsp.VideoTrack;

/** Carries out the client's orders. Lane: WORKER. */
final class Worker implements Feed.Listener {
    /** Where a worker's words go. */
    @FunctionalInterface
    interface Mouth {
        void say(Word word) throws IOException;
    }

    private record Stream(Feed feed, VideoSource.Session session) {}

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TRIM = Duration.ofSeconds(30);
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Lane lane;
    private final Clock clock;
    private final VlcClock vlcClock;
    private final Stage stage;
    private final VideoSource source;
    private final Mouth mouth;
    private final Runnable end;
    private final LargeKeyFrames largeKeys = new LargeKeyFrames();
    private final HeapTrim heap = new HeapTrim();
    private final Map<Integer, Stream> streams = new LinkedHashMap<>();
    private final MemoryReading memory = new MemoryReading(ProcessFacts::memoryKb, ProcessFacts::ownKb);
    private long lastStatistics;

    /** @param end ends the process; called once the client says so or can no longer be told anything */
    Worker(Lane lane, Clock clock, Stage stage, VideoSource source, Mouth mouth, Runnable end) {
        this.lane = lane;
        this.clock = clock;
        this.vlcClock = new VlcClock(clock);
        this.stage = stage;
        this.source = source;
        this.mouth = mouth;
        this.end = end;
    }

    void begin() {
        lastStatistics = clock.nanos();
        lane.every(SECOND, this::statistics);
        lane.every(TRIM, heap::trim);
        lane.every(WATCH, () -> streams.values().forEach(stream -> stream.feed.watch()));
    }

    void order(Order order) {
        lane.assertHere();
        switch (order) {
            case Order.Open open -> open(open);
            case Order.Resize resize -> resize(resize);
            case Order.Ease ease -> {
                Stream stream = streams.get(ease.id());
                if (stream != null && stream.feed.ease(ease.effort())) {
                    say(new Word.Anew(ease.id()));
                }
            }
            case Order.Rest rest -> {
                Stream stream = streams.get(rest.id());
                if (stream != null) {
                    stream.feed.rest();
                }
            }
            case Order.Close close -> close(close.id());
            case Order.Ping ping -> {
                Stage.Stuck stuck = stage.stuck();
                say(new Word.Pong(ping.number(), stuck.millis(), stuck.stream()));
            }
            case Order.End ignored -> {
                List.copyOf(streams.keySet()).forEach(this::close);
                end.run();
            }
        }
    }

    private void open(Order.Open open) {
        if (streams.containsKey(open.id())) {
            LOG.warn("stream {} is open already", open.id());
            return;
        }
        LOG.info("open {} {}", open.id(), open.label());
        Feed feed = new Feed(open.id(), open.way().relayed(), stage, vlcClock, this);
        String file = open.strip();
        if (file != null && !show(open.id(), feed, file)) {
            return;
        }
        try {
            streams.put(open.id(), new Stream(feed, source.open(open, largeKeys.before(open.id(), feed, this))));
            shareMemory();
        } catch (RuntimeException fault) {
            LOG.error("stream {} does not open", open.id(), fault);
            feed.close();
            say(new Word.Failed(
                    open.id(),
                    Failure.Kind.INTERNAL,
                    "session: " + fault.getClass().getSimpleName()));
        }
    }

    private void shareMemory() {
        largeKeys.oneOf(streams.size());
        streams.values().forEach(stream -> stream.feed.oneOf(streams.size()));
    }

    private void resize(Order.Resize resize) {
        Stream stream = streams.get(resize.id());
        if (stream == null) {
            // It failed while the order was on its way; the client has been told.
            return;
        }
        if (stream.feed.rests()) {
            if (!show(resize.id(), stream.feed, resize.strip())) {
                close(resize.id());
            }
            return;
        }
        try {
            stream.feed.show(StripWriter.open(Path.of(resize.strip())));
            say(new Word.Mapped(resize.id(), resize.strip()));
        } catch (IOException | RuntimeException bad) {
            LOG.warn("stream {} keeps its size: {}", resize.id(), bad.getMessage());
        }
    }

    /** Plays into a strip; false where it cannot be mapped, which is then the stream's end. */
    private boolean show(int id, Feed feed, String file) {
        try {
            feed.show(StripWriter.open(Path.of(file)));
        } catch (IOException | RuntimeException bad) {
            feed.close();
            say(new Word.Failed(id, Failure.Kind.RESOURCES, "strip: " + bad.getMessage()));
            return false;
        }
        say(new Word.Mapped(id, file));
        return true;
    }

    private void close(int id) {
        Stream stream = streams.remove(id);
        if (stream != null) {
            LOG.info("close {}", id);
            shareMemory();
            stream.session.close();
            stream.feed.close();
            largeKeys.forget(id);
        }
    }

    @Override
    public void playing(int id, VideoTrack.Encoding encoding) {
        lane.execute(() -> tell(id, new Word.Playing(id, encoding.name())));
    }

    @Override
    public void shown(int id, StripWriter strip) {
        lane.execute(() -> tell(id, new Word.Shown(id)));
    }

    @Override
    public void failed(int id, Failure.Kind kind, String detail) {
        lane.execute(() -> {
            if (streams.containsKey(id)) {
                LOG.info("stream {} ended: {} {}", id, kind, detail);
                close(id);
                say(new Word.Failed(id, kind, detail));
            }
        });
    }

    private void tell(int id, Word word) {
        if (streams.containsKey(id)) {
            say(word);
        }
    }

    private void statistics() {
        long now = clock.nanos();
        long since = now - lastStatistics;
        lastStatistics = now;
        List<Word.Stream> counters = new ArrayList<>(streams.size());
        for (Stream stream : streams.values()) {
            counters.add(stream.feed.counters(stream.session, since));
        }
        say(new Word.Statistics(
                ProcessFacts.cpuMillis(), memory.kb(), stage.stuck().millis(), counters));
    }

    private void say(Word word) {
        try {
            mouth.say(word);
        } catch (IOException gone) {
            LOG.info("the client is gone: {}", gone.getMessage());
            end.run();
        }
    }
}
