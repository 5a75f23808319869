package vn.toancanh.ptz;

import java.time.Duration;
import java.util.function.Consumer;
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
    }

    private static final Ear NOBODY = new Ear() {
        @Override
        public void told(CameraId camera, HeadOrder order, boolean sure) {}

        @Override
        public void homeIsHere(CameraId camera) {}
    };

    private final HeadService heads;
    private final PlaceService places;
    private volatile Ear ear = NOBODY;

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
    public void take(CameraId camera, Asking asking, Consumer<Outcome<HeadLease>> answer) {
        heads.take(camera, asking, answer);
    }

    @Override
    public void release(CameraId camera, Consumer<Outcome<Boolean>> answer) {
        heads.release(camera, answer);
    }

    @Override
    public void standing(CameraId camera, Consumer<Outcome<HeadStanding>> answer) {
        heads.standing(camera, answer);
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
            }
            answer.accept(outcome);
        });
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
