package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The memory that answers may take together, from when they are made until they are sent: requests run as many as come, and
 * whoever asks for large things and reads slowly would fill it. Those who wait for their turn hold nothing. Any thread; blocks.
 */
final class AnswerRoom {
    /** Up to so many bytes an answer needs no room: those of all connections that there may be fit beside the rest. */
    static final int SMALL = 16 << 10;

    /** What is taken for an answer before it is made; {@link PageRoom} lets it be little larger. */
    private static final int LARGE = 3 << 19;

    private static final int TURNS = 8;

    /** So much of all turns one caller has, so that whoever asks for much at once does not stand before the others. */
    private static final int PART_OF_TURNS = 4;

    private static final int PART_OF_MEMORY = 8;

    /** What answers that are made already, and find no room, may hold while they wait for it. */
    private static final int PART_OF_WAITING = 4;

    private static final int KIB = 1024;
    private static final int TRY_AGAIN_S = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HELD = AnswerRoom.class.getName();
    static final String WAITS = HELD + ".waits";

    private final Room turns;
    private final Room room;
    private final Room waiting;
    private final Duration patience;

    AnswerRoom() {
        this(TURNS, (int) (Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / KIB), PATIENCE);
    }

    /**
     * @param turns answers that are made at a time
     * @param most room for what is made and not yet sent, KiB
     * @param patience how long a request waits for either
     */
    AnswerRoom(int turns, int most, Duration patience) {
        this.turns = new Room(turns, turns / PART_OF_TURNS);
        this.room = Room.ofKib(most);
        this.waiting = Room.ofKib(most / PART_OF_WAITING);
        this.patience = patience;
    }

    /**
     * Makes an answer, which is held to lie in memory until {@link #sent} is called for its request. Room comes before the turn, so
     * that nobody who waits for one who reads slowly has a turn meanwhile.
     *
     * @throws ApiProblem 503 where there is no turn or no room in time
     */
    byte[] make(ServletRequest request, Supplier<byte[]> work) {
        isFetched(request, LARGE);
        String sharer = Sharer.of(request);
        if (!turns.take(sharer, 1, patience)) {
            sent(request);
            throw busy();
        }
        int length = 0;
        try {
            byte[] made = work.get();
            length = made.length;
            return made;
        } finally {
            turns.giveBack(sharer, 1);
            Room.becomes(request, HELD, length);
        }
    }

    /**
     * Takes room for an answer that is about to be fetched.
     *
     * @throws ApiProblem 503 where there is none in time
     */
    void isFetched(ServletRequest request, long bytes) {
        if (bytes > SMALL && !room.hold(request, HELD, bytes, patience)) {
            throw busy();
        }
    }

    /**
     * Takes room for an answer that is there already, and was made of all that was read of its request: that is given back first.
     *
     * @throws ApiProblem 503 where there is none in time, or too many such wait
     */
    void isMade(ServletRequest request, long bytes) {
        BodyRoom.isDone(request);
        if (bytes <= SMALL || room.hold(request, HELD, bytes, Duration.ZERO)) {
            return;
        }
        if (!waiting.hold(request, WAITS, bytes, Duration.ZERO)) {
            throw busy();
        }
        try {
            isFetched(request, bytes);
        } finally {
            Room.giveBack(request, WAITS);
        }
    }

    private static ApiProblem busy() {
        return ApiProblem.passing(503, "busy", "Too many large answers are under way", TRY_AGAIN_S);
    }

    /** The request has been answered, or never will be. */
    static void sent(ServletRequest request) {
        Room.giveBack(request, HELD);
    }
}
