package vn.toancanh.ptz;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * A server with one head, as the contract says, but without a dead-man: what a desk forgets to stop moves for ever. Commands may be
 * lost, be late, or have their answers lost, as often as there is trouble left.
 */
public final class FakeHeads implements HeadService {
    /** Whoever sits at the desk. */
    public static final String HOLDER = "Trực ban 1";

    private static final Duration LIFE = Duration.ofSeconds(15);

    final Lane lane;
    final Clock clock;

    /** What the head was told and what became of its lease. */
    public final List<String> story = new CopyOnWriteArrayList<>();

    /** The places that the head knows. */
    public final FakePlaces places;

    /** What the head has besides its axes. */
    public volatile HeadEquipment equipment = HeadEquipment.NONE;

    final List<News> listeners = new CopyOnWriteArrayList<>();
    public volatile boolean offered = true;
    public volatile boolean moving;
    public volatile boolean away;
    private volatile CameraId asked = new CameraId("c-1");
    boolean sessionOver;
    /** Answers that wait for the test; null where they come by themselves. */
    @Nullable
    List<Runnable> held;

    int trouble;

    @Nullable
    RandomGenerator random;

    @Nullable
    String lockId;

    String holder = "";
    boolean own;
    Duration ttl = LIFE;
    private long ends;
    private long seq;
    private int ids;

    /** @param lane on which everything comes to the server and back */
    public FakeHeads(Lane lane, Clock clock) {
        this.lane = lane;
        this.clock = clock;
        this.places = new FakePlaces(lane, () -> !free() && own);
    }

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public boolean looks() {
        return offered;
    }

    private boolean free() {
        if (lockId != null && ends - clock.nanos() <= 0) {
            lose("expired");
        }
        return lockId == null;
    }

    /** The lease ends: whatever moves is stopped. */
    void lose(String why) {
        lockId = null;
        moving = false;
        story.add(why);
    }

    /** Somebody at another desk takes it. On the lane. */
    public void takenBy(String name) {
        lose("taken by " + name);
        lockId = "l-" + ++ids;
        holder = name;
        own = false;
        ends = clock.nanos() + LIFE.toNanos();
        tell();
    }

    void tell() {
        listeners.forEach(news -> news.changed(asked));
    }

    @Override
    public void take(CameraId camera, Asking asking, Consumer<Outcome<HeadLease>> answer) {
        exchange(answer, () -> {
            if (!free() && !own && !asking.takeover()) {
                return Outcome.failed(held());
            }
            boolean renewed = lockId != null && own;
            if (!renewed) {
                lose("taken");
                lockId = "l-" + ++ids;
                seq = -1;
            }
            holder = HOLDER;
            own = true;
            ttl = asking.ttl();
            ends = clock.nanos() + ttl.toNanos();
            return Outcome.done(lease());
        });
    }

    private HeadLease lease() {
        return new HeadLease(own ? lockId : null, holder, 50, clock.now().plus(ttl), own);
    }

    private Failure held() {
        return Failure.of(Kind.CONFLICT, "held").withText("ptz.heldBy", holder);
    }

    @Override
    public void release(CameraId camera, Consumer<Outcome<Boolean>> answer) {
        exchange(answer, () -> {
            if (!free() && own) {
                lose("released");
            }
            return Outcome.done(true);
        });
    }

    @Override
    public void standing(CameraId camera, Consumer<Outcome<HeadStanding>> answer) {
        asked = camera;
        // As it is when it is asked, whenever the answer comes.
        HeadStanding now = new HeadStanding(free() ? null : lease(), null);
        exchange(answer, () -> Outcome.done(now));
    }

    @Override
    public void send(
            CameraId camera,
            String lock,
            long number,
            HeadOrder order,
            Duration deadman,
            Consumer<Outcome<Boolean>> answer) {
        exchange(answer, () -> {
            if (free()) {
                return Outcome.failed(Failure.of(Kind.CONFLICT, "no lease").withText(LEASE_ENDED));
            }
            if (!lock.equals(lockId)) {
                return Outcome.failed(held());
            }
            ends = clock.nanos() + ttl.toNanos();
            if (order instanceof HeadOrder.Aside aside) {
                story.add(words(aside));
            } else if (number > seq) {
                seq = number;
                moving = order.goesOn();
                story.add(words(order));
            }
            return Outcome.done(true);
        });
    }

    private static String words(HeadOrder order) {
        return switch (order) {
            case HeadOrder.Move(HeadSpeed speed) when speed.isFocus() -> "focus " + speed.focus();
            case HeadOrder.Move(HeadSpeed speed) -> "move " + speed.pan() + " " + speed.tilt() + " " + speed.zoom();
            case HeadOrder.Stop stop -> "stop";
            case HeadOrder.Home home -> "home";
            case HeadOrder.Preset(String id) -> "preset " + id;
            case HeadOrder.Look(double x, double y, double share) ->
                String.format(java.util.Locale.ROOT, "look %.2f %.2f %.2f", x, y, share);
            case HeadOrder.Aside aside -> aside.toString();
        };
    }

    /** Does the work at the server, now or later or never, and answers, now or later, truly or not. */
    private <T> void exchange(Consumer<Outcome<T>> answer, Supplier<Outcome<T>> work) {
        Outcome<T> nobody = Outcome.failed(Failure.of(Kind.UNREACHABLE, "told so"));
        if (sessionOver) {
            lane.execute(() -> answer.accept(Outcome.failed(Failure.of(Kind.SESSION_EXPIRED, "told so"))));
        } else if (away) {
            lane.execute(() -> answer.accept(nobody));
        } else if (held != null) {
            held.add(() -> answer.accept(work.get()));
        } else if (random != null && trouble > 0 && random.nextInt(3) > 0) {
            trouble--;
            Duration later = Duration.ofMillis(random.nextInt(1500));
            switch (random.nextInt(4)) {
                case 0 -> lane.after(later, () -> answer.accept(nobody));
                case 1 -> {
                    // It was done, and nobody hears so.
                    Outcome<T> unheard = work.get();
                    story.add("unheard " + unheard.getClass().getSimpleName());
                    lane.after(later, () -> answer.accept(nobody));
                }
                case 2 -> {
                    // The connection is given up, and what went by it comes all the same.
                    lane.after(later.dividedBy(2), () -> answer.accept(nobody));
                    lane.after(later.multipliedBy(2), () -> {
                        Outcome<T> late = work.get();
                        story.add("late " + late.getClass().getSimpleName());
                    });
                }
                default -> lane.after(later, () -> answer.accept(work.get()));
            }
        } else {
            lane.execute(() -> answer.accept(work.get()));
        }
    }

    /** Lets the first of the held answers come. */
    void answerFirst() {
        if (held != null) {
            held.removeFirst().run();
        }
    }

    @Override
    public PlaceService places() {
        return places;
    }

    @Override
    public EquipmentService equipment() {
        return new EquipmentService() {
            @Override
            public boolean offered() {
                return offered;
            }

            @Override
            public void tell(CameraId camera, Consumer<Outcome<HeadEquipment>> answer) {
                exchange(answer, () -> Outcome.done(equipment));
            }
        };
    }

    @Override
    public Handle onNews(News news) {
        listeners.add(news);
        return () -> listeners.remove(news);
    }
}
