package vn.toancanh.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.StormLog;
import vn.toancanh.control.Word;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;
import vn.toancanh.live.Players;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;

/**
 * Plays streams in decoder workers: starts them when there is something to play, spreads the streams evenly, and replaces a
 * worker that falls, hangs or cannot be heard, telling the players' owners, who open anew. Called on DESK, answers on DESK;
 * everything else happens on POOL, whose thread must live as long as the workers shall.
 */
public final class DecoderPool implements Players, Handle {
    private static final Logger LOG = LoggerFactory.getLogger(DecoderPool.class);
    private static final Duration STORM = Duration.ofMinutes(1);

    private final Lane desk;
    private final Lane lane;
    private final StripFolder strips;
    private final StormLog storms;
    private final List<WorkerSeat> seats = new ArrayList<>();
    private final Map<Integer, PooledStream> streams = new HashMap<>();
    private final Handle heartbeat;
    private final PooledPlayer.PoolDoor door = new Door();
    private volatile List<WorkerFacts> facts = List.of();
    private int lastId;
    private boolean closed;

    /** @param random for the waits between restarts */
    public DecoderPool(
            Lane desk,
            Lane lane,
            Clock clock,
            StripFolder strips,
            WorkerLauncher launcher,
            PoolOptions options,
            RandomGenerator random) {
        this.desk = desk;
        this.lane = lane;
        this.strips = strips;
        this.storms = new StormLog(LOG, clock, STORM);
        WorkerSeat.Owner owner = new Seats();
        for (int number = 1; number <= options.workers(); number++) {
            Backoff backoff = new Backoff(options.firstWait(), options.longestWait(), random);
            seats.add(new WorkerSeat(number, launcher, options, lane, clock, backoff, owner));
        }
        heartbeat = lane.every(options.heartbeat(), () -> {
            seats.forEach(WorkerSeat::beat);
            noteFacts();
        });
        lane.execute(strips::removeStale);
    }

    /** Starts all workers ahead of the first stream, so that it does not wait for a JVM. Any thread. */
    public void warmUp() {
        lane.execute(() -> {
            if (!closed) {
                seats.forEach(WorkerSeat::start);
                noteFacts();
            }
        });
    }

    /** What was last known of the workers, a second old at most. Any thread. */
    public List<WorkerFacts> workers() {
        return facts;
    }

    @Override
    public Player open(PlayRequest request, Player.Listener listener) {
        desk.assertHere();
        int id = ++lastId;
        PooledPlayer player = new PooledPlayer(id, door, listener, strip -> retire(id, strip));
        lane.execute(() -> open(new PooledStream(player, request), request.size()));
        return player;
    }

    private void open(PooledStream stream, PixelSize size) {
        if (closed) {
            tell(stream, Failure.of(Failure.Kind.WORKER, "the pool is closed"));
            return;
        }
        WorkerSeat seat = seats.stream()
                .min(Comparator.comparing((WorkerSeat each) -> each.obstacle() != null)
                        .thenComparingInt(WorkerSeat::load)
                        .thenComparingLong(WorkerSeat::waitNanos))
                .orElseThrow();
        Failure obstacle = seat.obstacle();
        if (obstacle != null) {
            tell(stream, obstacle);
            return;
        }
        try {
            show(stream, size);
        } catch (FailureException noRoom) {
            storms.warn("no room", stream.label() + ": " + noRoom.failure().detail());
            tell(stream, noRoom.failure());
            return;
        }
        streams.put(stream.id(), stream);
        seat.give(stream);
        noteFacts();
    }

    private PictureStrip show(PooledStream stream, PixelSize size) {
        PictureStrip strip = strips.create(size.width(), size.height());
        stream.show(strip);
        return strip;
    }

    private void tell(PooledStream stream, Failure failure) {
        desk.execute(() -> stream.player().tell(failure));
    }

    /** A strip that no reader looks at any more. Any thread. */
    private void retire(int id, PictureStrip strip) {
        lane.execute(() -> {
            PooledStream stream = streams.get(id);
            if (stream == null) {
                strip.close();
            } else {
                stream.retire(strip);
            }
        });
    }

    private @Nullable WorkerSeat seatOf(int id) {
        for (WorkerSeat seat : seats) {
            if (seat.stream(id) != null) {
                return seat;
            }
        }
        return null;
    }

    private void noteFacts() {
        facts = seats.stream().map(WorkerSeat::facts).toList();
    }

    /** Ends all workers. Nothing is told afterwards. */
    @Override
    public void close() {
        heartbeat.close();
        lane.execute(() -> {
            closed = true;
            seats.forEach(WorkerSeat::close);
            streams.values().forEach(PooledStream::over);
            streams.clear();
            noteFacts();
        });
    }

    /** What players ask. */
    private final class Door implements PooledPlayer.PoolDoor {
        @Override
        public void resize(int id, PixelSize size) {
            lane.execute(() -> {
                PooledStream stream = streams.get(id);
                WorkerSeat seat = seatOf(id);
                if (stream == null || seat == null) {
                    return;
                }
                try {
                    seat.resized(stream, show(stream, size).file().toString());
                } catch (FailureException noRoom) {
                    LOG.warn(
                            "{} keeps its size: {}",
                            stream.label(),
                            noRoom.failure().detail());
                }
            });
        }

        @Override
        public void close(int id) {
            lane.execute(() -> {
                WorkerSeat seat = seatOf(id);
                if (seat != null) {
                    seat.take(id);
                    noteFacts();
                }
                PooledStream stream = streams.remove(id);
                if (stream != null) {
                    stream.over();
                }
            });
        }
    }

    /** What seats tell. */
    private final class Seats implements WorkerSeat.Owner {
        @Override
        public void heard(WorkerSeat seat, Word word) {
            switch (word) {
                case Word.Mapped mapped -> {
                    PooledStream stream = seat.stream(mapped.id());
                    if (stream != null) {
                        stream.mapped(mapped.strip());
                    }
                }
                case Word.Failed failed -> {
                    PooledStream stream = seat.stream(failed.id());
                    if (stream != null) {
                        streams.remove(failed.id());
                        stream.over();
                        tell(stream, Failure.of(failed.kind(), stream.label() + ": " + failed.detail()));
                    }
                }
                case Word.Statistics statistics -> {
                    noteFacts();
                    pass(seat, statistics);
                }
                default -> {}
            }
        }

        private void pass(WorkerSeat seat, Word.Statistics statistics) {
            List<Runnable> news = new ArrayList<>();
            for (Word.Stream counters : statistics.streams()) {
                PooledStream stream = seat.stream(counters.id());
                if (stream != null) {
                    StreamStatistics told = toStatistics(counters);
                    news.add(() -> stream.player().tell(told));
                }
            }
            if (!news.isEmpty()) {
                desk.execute(() -> news.forEach(Runnable::run));
            }
        }

        @Override
        public void lost(WorkerSeat seat, List<PooledStream> lost, Failure failure) {
            noteFacts();
            for (PooledStream stream : lost) {
                streams.remove(stream.id());
                stream.over();
            }
            desk.execute(() -> lost.forEach(stream -> stream.player().tell(failure)));
        }
    }

    private static StreamStatistics toStatistics(Word.Stream counters) {
        Codec codec = switch (counters.codec()) {
            case "H264" -> Codec.H264;
            case "H265" -> Codec.H265;
            case "JPEG" -> Codec.MJPEG;
            default -> Codec.UNKNOWN;
        };
        return new StreamStatistics(
                codec,
                counters.width(),
                counters.height(),
                counters.kbps(),
                counters.received(),
                counters.decoded(),
                counters.lost(),
                counters.jitterMs(),
                counters.jumps());
    }
}
