package vn.toancanh.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final StreamStrips strips;
    private final Suspects suspects;
    private final Seating seating;
    private final StormLog storms;
    private final Map<Integer, PooledStream> streams = new HashMap<>();
    private final Handle heartbeat;
    private final PlayersDoor door;
    private volatile List<WorkerFacts> facts = List.of();
    private volatile List<WorkerFacts> processes = List.of();
    private int lastId;
    private boolean closed;

    /** @param random for the waits between restarts */
    public DecoderPool(
            Lane desk,
            Lane lane,
            Clock clock,
            StripFolder folder,
            WorkerLauncher launcher,
            PoolOptions options,
            RandomGenerator random) {
        this(desk, lane, lane, clock, folder, launcher, options, random);
    }

    /** @param aside what takes long and needs nothing of the pool's is done there */
    public DecoderPool(
            Lane desk,
            Lane lane,
            Lane aside,
            Clock clock,
            StripFolder folder,
            WorkerLauncher launcher,
            PoolOptions options,
            RandomGenerator random) {
        this.desk = desk;
        this.lane = lane;
        this.strips = new StreamStrips(folder, lane, aside, streams::get, this::fail);
        this.door = new PlayersDoor(lane, streams::get, strips, this::leave, this::fail);
        this.suspects = new Suspects(options.quarantine(), clock);
        this.seating = new Seating(launcher, options, lane, clock, random, suspects, new Seats());
        this.storms = new StormLog(LOG, clock, STORM);
        heartbeat = lane.every(options.heartbeat(), () -> {
            seating.beat();
            noteFacts();
        });
        aside.execute(folder::removeStale);
    }

    /**
     * Starts all workers ahead of the first stream, so that it does not wait for a JVM. Any thread.
     *
     * @param sparesAfter no spare one is started before: while a wall opens, each would take a second of a processor from it
     */
    public void warmUp(Duration sparesAfter) {
        lane.execute(() -> {
            if (!closed) {
                seating.warmUp(sparesAfter);
                noteFacts();
            }
        });
    }

    /** What was last known of the workers, a second old at most. Any thread. */
    public List<WorkerFacts> workers() {
        return facts;
    }

    /** The same with spare ones and those that leave, which take of the machine, too. Any thread. */
    public List<WorkerFacts> processes() {
        return processes;
    }

    @Override
    public Player open(PlayRequest request, Player.Listener listener) {
        desk.assertHere();
        int id = ++lastId;
        PooledPlayer player = new PooledPlayer(id, door, listener, strip -> retire(id, strip));
        lane.execute(() -> open(new PooledStream(player, request)));
        return player;
    }

    private void open(PooledStream stream) {
        if (closed) {
            tell(stream, Failure.of(Failure.Kind.WORKER, "the pool is closed"));
            return;
        }
        Suspects.Standing standing = suspects.standing(stream.key());
        if (standing == Suspects.Standing.DARK) {
            tell(stream, Failure.of(Failure.Kind.HARMFUL, stream.label() + " fells its decoder again and again"));
            return;
        }
        WorkerSeat seat = seating.seatFor(stream.key());
        Failure obstacle = seat.obstacle();
        if (obstacle != null) {
            tell(stream, obstacle);
            return;
        }
        try {
            strips.showIfWanted(stream);
        } catch (FailureException noRoom) {
            storms.warn("no room", stream.label() + ": " + noRoom.failure().detail());
            tell(stream, noRoom.failure());
            return;
        }
        streams.put(stream.id(), stream);
        stream.sitsIn(seat);
        seat.give(stream);
        if (standing == Suspects.Standing.QUARANTINED) {
            desk.execute(() -> stream.player().tellQuarantined(true));
        }
        noteFacts();
    }

    private void tell(PooledStream stream, Failure failure) {
        desk.execute(() -> stream.player().tell(failure));
    }

    /** Takes it from wherever it plays. */
    private void leave(PooledStream stream) {
        WorkerSeat seat = stream.seat();
        if (seat != null) {
            seat.take(stream.id());
        }
        drop(stream);
        noteFacts();
    }

    private void fail(PooledStream stream, Failure failure) {
        leave(stream);
        tell(stream, failure);
    }

    private void drop(PooledStream stream) {
        streams.remove(stream.id());
        seating.moved(stream.id());
        stream.over();
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

    private void noteFacts() {
        facts = seating.facts();
        processes = seating.processes();
    }

    /** Ends all workers. Nothing is told afterwards. */
    @Override
    public void close() {
        heartbeat.close();
        lane.execute(() -> {
            closed = true;
            seating.close();
            streams.values().forEach(PooledStream::over);
            streams.clear();
            noteFacts();
        });
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
                case Word.Shown shown -> {
                    if (sitting(seat, shown.id()) != null) {
                        seating.moved(shown.id());
                    }
                }
                case Word.Playing playing -> {
                    PooledStream stream = sitting(seat, playing.id());
                    if (stream != null) {
                        desk.execute(stream.player()::tellPlaying);
                        if (stream.size() == null) {
                            seating.moved(playing.id());
                        }
                    }
                }
                case Word.Anew anew -> {
                    PooledStream stream = sitting(seat, anew.id());
                    if (stream != null) {
                        door.anew(stream, seat);
                    }
                }
                case Word.Failed failed -> {
                    PooledStream stream = sitting(seat, failed.id());
                    if (stream != null) {
                        drop(stream);
                        tell(stream, Failure.of(failed.kind(), stream.label() + ": " + failed.detail()));
                    }
                }
                case Word.Statistics statistics -> {
                    noteFacts();
                    desk.execute(Figures.of(statistics, id -> sitting(seat, id), suspects));
                }
                default -> {}
            }
        }

        /** The stream, unless it has moved on to another seat. */
        private @Nullable PooledStream sitting(WorkerSeat seat, int id) {
            PooledStream stream = seat.stream(id);
            return stream != null && seat.equals(stream.seat()) ? stream : null;
        }

        @Override
        public void worn(WorkerSeat seat, String why, Duration pause) {
            seating.replace(seat, why, pause).ifPresent(next -> {
                for (PooledStream stream : seat.streams()) {
                    move(stream, next);
                }
                noteFacts();
            });
        }

        @Override
        public void stuck(WorkerSeat seat, int id, String why) {
            PooledStream held = sitting(seat, id);
            if (held != null) {
                // It would hold up the next worker as it does this one.
                suspects.crashed(List.of(held.key()));
                fail(held, Failure.of(Failure.Kind.WORKER, held.label() + ": " + why));
            }
            worn(seat, why, Duration.ZERO);
        }

        /** Opens it in another worker too; the one before goes on until this one has a picture. */
        private void move(PooledStream stream, WorkerSeat next) {
            stream.sitsIn(next);
            try {
                strips.showIfWanted(stream);
            } catch (FailureException noRoom) {
                fail(stream, noRoom.failure());
                return;
            }
            next.give(stream);
        }

        @Override
        public boolean lost(WorkerSeat seat, List<PooledStream> inside, WorkerHost.Fall fall) {
            boolean back = !fall.crash() || seating.crashed(seat, PooledStream.decodedOf(inside));
            noteFacts();
            List<PooledStream> lost =
                    inside.stream().filter(stream -> seat.equals(stream.seat())).toList();
            lost.forEach(DecoderPool.this::drop);
            desk.execute(() -> lost.forEach(stream -> stream.player().tell(fall.failure())));
            return back;
        }
    }
}
