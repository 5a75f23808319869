package vn.toancanh.administration;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/** The port to which cameras visitors may see. Lane: DESK; every answer comes on DESK, once. */
public interface PublishingService {
    /**
     * What was found.
     *
     * @param more true where there are others than these
     */
    record Found(List<VisitorCamera> cameras, boolean more) {
        public Found {
            cameras = List.copyOf(cameras);
        }
    }

    /** Whether the server that is signed in at has it. */
    boolean offered();

    /**
     * Cameras that whoever is signed in sees, some two hundred at most.
     *
     * @param words that all occur in number, name or site; empty: any
     * @param published only those that visitors see
     */
    void find(String words, boolean published, Consumer<Outcome<Found>> answer);

    /** Shows a camera to visitors, or withdraws it; {@code FORBIDDEN} where it is not his to configure. */
    void publish(CameraId camera, boolean published, Consumer<Outcome<Boolean>> answer);

    /** Not offered. */
    PublishingService NONE = new PublishingService() {
        @Override
        public boolean offered() {
            return false;
        }

        @Override
        public void find(String words, boolean published, Consumer<Outcome<Found>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "cameras are not published here")));
        }

        @Override
        public void publish(CameraId camera, boolean published, Consumer<Outcome<Boolean>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "cameras are not published here")));
        }
    };
}
