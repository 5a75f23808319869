package vn.toancanh.ptz;

import java.time.Duration;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * The port to whoever steers heads for this desk: the central server. Any thread; every call returns at once, and every answer
 * comes once, on any thread. Nothing here waits for the thread that paints, for a stop must go out while that hangs.
 */
public interface HeadService {
    /** The text of a failure that says that a lease has ended and nobody holds another: a new one may be taken. */
    String LEASE_ENDED = "ptz.leaseEnded";

    /** Hears of changes. Any thread. */
    interface News {
        /** The lease of that head has changed hands. */
        void changed(CameraId camera);

        /** Some news may have been missed. */
        void afresh();
    }

    /**
     * A lease as it is asked for.
     *
     * @param ttl how long it lasts, and what each command adds from then on; 1 s to 1 h
     * @param takeover take it though somebody else holds it
     * @param reason for the record, up to 200 characters; empty where none is given
     */
    record Asking(Duration ttl, boolean takeover, String reason) {}

    /** Whether the server that is signed in at has heads steered. */
    boolean offered();

    /** Whether that server has heads turn to places of their pictures ({@link HeadOrder.Look}); whether a head can is another matter. */
    boolean looks();

    /** Takes a lease or renews one's own; fails as a conflict that names the holder where somebody else has it. */
    void take(CameraId camera, Asking asking, Consumer<Outcome<HeadLease>> answer);

    /** Gives a lease back; the head is stopped. */
    void release(CameraId camera, Consumer<Outcome<Boolean>> answer);

    /** Who holds a head and who moved it last. */
    void standing(CameraId camera, Consumer<Outcome<HeadStanding>> answer);

    /**
     * Tells a head. Several may be under way; a stop waits for none of them, and is answered, or given up, within seconds. Fails as a
     * conflict where the lease is this desk's no more: then the head was stopped.
     *
     * @param seq grows with every command; what is older than what the server was told before is dropped
     * @param deadman the head is stopped where no command follows within that time; 0.2 to 5 s
     */
    void send(
            CameraId camera,
            String lockId,
            long seq,
            HeadOrder order,
            Duration deadman,
            Consumer<Outcome<Boolean>> answer);

    /** Whom to ask for the places that heads know. */
    PlaceService places();

    /** Whom to ask for what heads have besides their axes. */
    EquipmentService equipment();

    /** Tells of changes until the handle is closed. */
    Handle onNews(News news);
}
