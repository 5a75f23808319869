package vn.toancanh.decoder;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.model.Effort;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.KeyFrameGate;
import vn.toancanh.rtsp.PacketRing;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.VideoTrack;

/**
 * One stream and the players it drives: one, or two while pictures of another size are on their way. Units come on the
 * session's thread, orders on WORKER, first pictures on libVLC's; its own lock keeps them apart and is held for moments.
 */
final class Feed implements RtspSink {
    /** What a feed tells, on any thread. */
    interface Listener {
        void playing(int id, VideoTrack.Encoding encoding);

        void shown(int id, StripWriter strip);

        void failed(int id, Failure.Kind kind, String detail);
    }

    private final int id;
    private final boolean relayed;
    private final Stage stage;
    private final VlcClock clock;
    private final Listener listener;
    private final PacketRing ring = new PacketRing(RoomShare.of(1), Duration.ZERO);
    private final KeyFrameGate gate = new KeyFrameGate();
    private final Pace pace = new Pace();
    private final Diet diet = new Diet();
    private final OnShow onShow = new OnShow();
    private final FeedFigures figures = new FeedFigures();

    private @Nullable VideoTrack track;
    private @Nullable StreamTime time;
    private @Nullable SequenceHeader header;
    private @Nullable StripWriter wanted;
    private Stage.@Nullable Part coming;
    private Stage.@Nullable Part current;
    private long room = RoomShare.of(1);
    private boolean resting = true;
    private boolean closed;

    /** @param relayed its stream comes through a relay */
    Feed(int id, boolean relayed, Stage stage, VlcClock clock, Listener listener) {
        this.id = id;
        this.relayed = relayed;
        this.stage = stage;
        this.clock = clock;
        this.listener = listener;
    }

    /** It is one of so many of its worker, which share its memory. */
    synchronized void oneOf(int streams) {
        room = RoomShare.of(streams);
        ring.limit(room);
        parts().forEach(part -> part.playback().limit(room));
    }

    /** Plays into {@code strip} from now on; what played before goes on until the first picture is there. */
    synchronized void show(StripWriter strip) {
        if (closed) {
            strip.close();
            return;
        }
        resting = false;
        if (wanted != null) {
            wanted.close();
        }
        wanted = strip;
        if (coming != null) {
            retire(coming, StripWriter::close);
            coming = null;
        }
        launch();
    }

    /**
     * Makes less of the stream, or more again.
     *
     * @return true where whether it is smoothed must change, which the next {@link #show} brings
     */
    synchronized boolean ease(Effort effort) {
        diet.ease(effort);
        parts().forEach(part -> part.playback().showEverySecond(effort == Effort.FEWER_PICTURES));
        Stage.Part newest = coming != null ? coming : current;
        return wanted == null && newest != null && newest.playback().mustBeginAnew(effort != Effort.FULL);
    }

    /** Makes no more pictures; the newest units are kept, so that {@link #show} brings some at once. */
    synchronized void rest() {
        resting = true;
        if (wanted != null) {
            wanted.close();
            wanted = null;
        }
        for (Stage.Part part : parts()) {
            figures.ended(part.playback());
            stage.endLater(part, () -> part.playback().strip().close());
        }
        coming = null;
        current = null;
    }

    private List<Stage.Part> parts() {
        return Stream.of(current, coming).filter(Objects::nonNull).toList();
    }

    /** True while no pictures are made or begun. */
    synchronized boolean rests() {
        return resting;
    }

    @Override
    public synchronized void playing(VideoTrack announced) {
        boolean other = track != null && track.encoding() != announced.encoding();
        track = announced;
        time = new StreamTime(announced.clockRate());
        header = SequenceHeader.find(announced.encoding(), announced.parameterSets());
        // A server may send us elsewhere in the midst of it: what comes there leans on nothing that came before.
        gate.close();
        ring.clear();
        if (other) {
            restage();
        }
        listener.playing(id, announced.encoding());
    }

    @Override
    public synchronized void behind(long nanos) {
        if (time != null) {
            time.behind(nanos);
        }
    }

    @Override
    public synchronized void accessUnit(AccessUnit unit) {
        VideoTrack playing = track;
        StreamTime its = time;
        if (playing == null || its == null || closed) {
            return;
        }
        figures.took(unit);
        its.unit(unit);
        long sent = its.sentNanos();
        boolean discovered = pace.took(its.mapping(), unit.arrivalNanos() - sent);
        boolean begins = !gate.isOpen();
        if (!gate.admits(unit)) {
            ring.clear();
            return;
        }
        if (unit.key()) {
            announce(playing, unit);
        }
        ring.add(unit);
        boolean fed = diet.takes(unit);
        boolean spoilt =
                fed && coming == null && current != null && current.playback().spoilt();
        if (discovered || spoilt) {
            restage();
        }
        if (fed) {
            long due = clock.microsOf(sent) + pace.spareMicros(header);
            parts().forEach(part -> part.playback().put(unit, begins, due, sent, its.takenOf(unit)));
        }
        launch();
    }

    private void announce(VideoTrack playing, AccessUnit key) {
        SequenceHeader found = SequenceHeader.find(playing.encoding(), key.data());
        if (found != null && !found.equals(header)) {
            header = found;
            parts().forEach(part -> part.playback().announce(found));
        }
    }

    /** Begins the player that is wanted, with all units since the newest key frame, as soon as there is one. */
    private void launch() {
        VideoTrack playing = track;
        StreamTime its = time;
        StripWriter strip = wanted;
        List<AccessUnit> units = strip == null ? List.of() : diet.of(ring.fromLastKey());
        if (playing == null || its == null || strip == null || units.isEmpty()) {
            return;
        }
        wanted = null;
        Runnable first = () -> shown(strip);
        Playback playback = new Playback(
                playing.encoding(), header, pace.reordered(header), units.size(), strip, clock, onShow, first);
        playback.limit(room);
        playback.unsmoothed(diet.effort() != Effort.FULL);
        playback.showEverySecond(diet.effort() == Effort.FEWER_PICTURES);
        long now = clock.nanos();
        long newest = clock.microsOf(now) + pace.spareMicros(header);
        long[] due = OpeningBurst.dueMicros(units, newest);
        int at = 0;
        for (AccessUnit unit : units) {
            playback.put(unit, false, due[at++], now, its.takenOf(unit));
        }
        coming = stage.begin(id, playback, Stage.codec(playing.encoding()), () -> failed("libVLC does not play"));
    }

    /** The first picture is in {@code strip}: what played before ends now. On libVLC's thread. */
    private void shown(StripWriter strip) {
        synchronized (this) {
            Stage.Part part = coming;
            if (closed || part == null || part.playback().strip() != strip) {
                return;
            }
            if (current != null) {
                retire(current, StripWriter::close);
            }
            current = part;
            coming = null;
        }
        listener.shown(id, strip);
    }

    private void retire(Stage.Part part, Consumer<StripWriter> then) {
        Playback playback = part.playback();
        figures.ended(playback);
        stage.end(part, () -> then.accept(playback.strip()));
    }

    /** Begins anew in the same strip: pictures come out of order, or none came for so long that this player would spoil what comes. */
    private void restage() {
        Stage.Part part = coming != null ? coming : current;
        if (part == null) {
            return;
        }
        current = coming == null ? null : current;
        coming = null;
        retire(part, this::again);
    }

    private synchronized void again(StripWriter strip) {
        if (closed || resting || wanted != null || coming != null) {
            strip.close();
        } else {
            wanted = strip;
            launch();
        }
    }

    private void failed(String detail) {
        listener.failed(id, Failure.Kind.INTERNAL, detail);
    }

    @Override
    public void ended(RtspFailure failure) {
        listener.failed(id, Endings.of(failure, relayed, played()), failure.detail());
    }

    private synchronized boolean played() {
        return track != null;
    }

    /** Looks whether the player on show still decodes; one that does not is told as a failure. A few times a second. */
    void watch() {
        boolean stopped;
        synchronized (this) {
            stopped = current != null && stage.decodesNothing(current);
        }
        if (stopped) {
            listener.failed(id, Failure.Kind.PROTOCOL, "units come, but the decoder makes no pictures of them");
        }
    }

    /** Ends all players; nothing is told afterwards. */
    synchronized void close() {
        closed = true;
        rest();
        ring.clear();
    }

    /** Counters since the feed began; the rate is that since the last call. Once a second. */
    synchronized Word.Stream counters(VideoSource.Session session, long sinceNanos) {
        List<Playback> playing = parts().stream().map(Stage.Part::playback).toList();
        long delay = current == null ? -1 : current.playback().strip().delayNanos();
        PictureAge.Reading age = time == null ? null : time.age(session, delay, clock.nanos(), clock.now());
        long jumps = time == null ? 0 : time.mapping().leaps();
        return figures.word(id, track, header, playing, session, jumps, sinceNanos, clock.nanos(), age);
    }
}
