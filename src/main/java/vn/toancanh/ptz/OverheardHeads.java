package vn.toancanh.ptz;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/** Heads as another has them steered; somebody hears what they were told. Any thread. */
public final class OverheardHeads implements HeadService {
    /** Who hears. Any thread; called at once, before whoever told the head has its answer. */
    public interface Ear {
        /**
         * A head was told that, as far as is known: it has acknowledged, or nobody has said whether it heard.
         *
         * @param sure false where nobody has said
         */
        void told(CameraId camera, HeadOrder order, boolean sure);

        /** The home of a head is where it was. */
        void homeIsHere(CameraId camera);

        /** A head is reserved for this desk for so long from now, and from each command on that it acknowledges. */
        void reserved(CameraId camera, Duration length);

        /** A head is not reserved for this desk, or not any more: given back, taken by somebody else, or held only while a hand is there. */
        void notReserved(CameraId camera);
    }

    private static final Ear NOBODY = new Ear() {
        @Override
        public void told(CameraId camera, HeadOrder order, boolean sure) {}

        @Override
        public void homeIsHere(CameraId camera) {}

        @Override
        public void reserved(CameraId camera, Duration length) {}

        @Override
        public void notReserved(CameraId camera) {}
    };

    private final HeadService heads;
    private final PlaceService places;
    private volatile Ear ear = NOBODY;
    /** How often each lease was asked for or came: what the server says of it may be older. */
    private final Map<CameraId, Integer> leases = new ConcurrentHashMap<>();

    /** Nobody hears yet. */
    public OverheardHeads(HeadService heads) {
        this.heads = heads;
        this.places = new OverheardPlaces(heads.places());
    }

    /** From now on that one hears. */
    public void tell(Ear who) {
        ear = who;
    }

    @Override
    public boolean offered() {
        return heads.offered();
    }

    @Override
    public boolean looks() {
        return heads.looks();
    }

    @Override
    public void take(CameraId camera, Asking asking, Consumer<Outcome<HeadLease>> answer) {
        leases.merge(camera, 1, Integer::sum);
        heads.take(camera, asking, outcome -> {
            leases.merge(camera, 1, Integer::sum);
            if (outcome instanceof Outcome.Done<HeadLease>) {
                if (asking.ttl().compareTo(HeldLease.RESERVED) >= 0) {
                    ear.reserved(camera, asking.ttl());
                } else {
                    ear.notReserved(camera);
                }
            } else if (isOfAnother(outcome)) {
                ear.notReserved(camera);
            }
            answer.accept(outcome);
        });
    }

    @Override
    public void release(CameraId camera, Consumer<Outcome<Boolean>> answer) {
        heads.release(camera, outcome -> {
            if (outcome instanceof Outcome.Done<Boolean>) {
                ear.notReserved(camera);
            }
            answer.accept(outcome);
        });
    }

    @Override
    public void standing(CameraId camera, Consumer<Outcome<HeadStanding>> answer) {
        int asked = leases.getOrDefault(camera, 0);
        heads.standing(camera, outcome -> {
            if (outcome instanceof Outcome.Done<HeadStanding>(HeadStanding now)
                    && !isOwn(now.lease())
                    && asked == leases.getOrDefault(camera, 0)) {
                ear.notReserved(camera);
            }
            answer.accept(outcome);
        });
    }

    @Override
    public void send(
            CameraId camera,
            String lockId,
            long seq,
            HeadOrder order,
            Duration deadman,
            Consumer<Outcome<Boolean>> answer) {
        heads.send(camera, lockId, seq, order, deadman, outcome -> {
            if (outcome instanceof Outcome.Done<Boolean>) {
                ear.told(camera, order, true);
            } else if (outcome instanceof Outcome.Failed<Boolean>(Failure why)
                    && why.kind().passing()) {
                ear.told(camera, order, false);
            } else if (isOfAnother(outcome)) {
                ear.notReserved(camera);
            }
            answer.accept(outcome);
        });
    }

    private static boolean isOwn(@Nullable HeadLease lease) {
        return lease != null && lease.own();
    }

    /** True where the server has said that the lease is not this desk's. */
    private static boolean isOfAnother(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(Failure why) && why.kind() == Failure.Kind.CONFLICT;
    }

    @Override
    public PlaceService places() {
        return places;
    }

    @Override
    public EquipmentService equipment() {
        return heads.equipment();
    }

    @Override
    public Handle onNews(News news) {
        return heads.onNews(news);
    }

    private final class OverheardPlaces implements PlaceService {
        private final PlaceService known;

        OverheardPlaces(PlaceService known) {
            this.known = known;
        }

        @Override
        public boolean offered() {
            return known.offered();
        }

        @Override
        public void list(CameraId camera, Consumer<Outcome<HeadPlaces>> answer) {
            known.list(camera, answer);
        }

        @Override
        public void change(CameraId camera, PlaceChange change, Consumer<Outcome<Boolean>> answer) {
            known.change(camera, change, outcome -> {
                if (change instanceof PlaceChange.Home && outcome instanceof Outcome.Done<Boolean>) {
                    ear.homeIsHere(camera);
                }
                answer.accept(outcome);
            });
        }

        @Override
        public Handle onChange(Consumer<CameraId> listener) {
            return known.onChange(listener);
        }
    }
}
