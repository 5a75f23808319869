package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.time.Duration;

/**
 * The memory that the bodies of requests may take together. There are more connections than there is memory for what each may
 * send: whoever sends slowly holds what has come for as long as he likes to, and what is read of it takes many times its length until
 * its route has done with it. Any thread; blocks.
 */
final class BodyRoom {
    /** Up to so many bytes a body needs no room while it comes: those of all connections that there may be fit beside the rest. */
    static final int SMALL = 16 << 10;

    /** Up to so many it needs none for what is read of it either: stops of heads and sign-ins wait for nobody. */
    static final int SHORT = 1 << 10;

    /** Up to so many bytes one that is read as it comes shares a room with others; of longer ones there is one at a time. */
    static final int LONG = 4 << 20;

    /** What is read of such ones lies there while they come, and is more than they are: so much less of them comes at a time than of others. */
    private static final int PART_OF_LONG = 8;

    /** What is read of a body, in its own length, where it consists of the smallest values that there are. */
    private static final int TIMES = 24;

    /** What one value comes to, bytes. */
    private static final int VALUE = 48;

    /** Of what is read, so much is kept for small bodies, which never wait for large ones. */
    private static final int PART_OF_SMALL = 4;

    private static final int PART_OF_MEMORY = 8;
    private static final int KIB = 1024;
    private static final int TRY_AGAIN_S = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String COMING = BodyRoom.class.getName() + ".coming";
    private static final String READ = BodyRoom.class.getName() + ".read";
    private static final String AS_IT_COMES = BodyRoom.class.getName() + ".asItComes";

    private final Room coming;
    private final Room read;
    private final Room readOfSmall;
    private final Room asItComes;
    private final Room longer = Room.ofKib(1);
    private final Duration patience;

    BodyRoom() {
        this((int) (Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / KIB), PATIENCE);
    }

    /**
     * @param most for what comes, and as much again for what was read of it, KiB
     * @param patience how long a request waits for either
     */
    BodyRoom(int most, Duration patience) {
        this.coming = Room.ofKib(most);
        this.read = Room.ofKib(most - most / PART_OF_SMALL);
        this.readOfSmall = Room.ofKib(most / PART_OF_SMALL);
        this.asItComes = Room.ofKib(most / PART_OF_LONG);
        this.patience = patience;
    }

    /**
     * Takes room for a body that is about to come.
     *
     * @param length bytes; negative where it is not said
     * @param cap of this kind of body, bytes
     * @throws ApiProblem 503 where there is none in time
     */
    void comes(ServletRequest request, long length, long cap) {
        long bytes = length < 0 ? cap : length;
        if (bytes > SMALL) {
            hold(coming, request, COMING, bytes);
        }
    }

    /**
     * Takes room for what is about to be read of a body that is there.
     *
     * @throws ApiProblem 503 where there is none in time
     */
    void isRead(ServletRequest request, int bytes) {
        if (bytes > SHORT) {
            hold(
                    bytes > SMALL ? read : readOfSmall,
                    request,
                    READ,
                    Math.min((long) bytes * TIMES, (long) Json.MOST_VALUES * VALUE));
        }
    }

    /**
     * Takes room for a body that is read as it comes, and for what is read of it, until its route has done with it.
     *
     * @param length bytes; negative where it is not said
     * @param cap of this kind of body, bytes
     * @throws ApiProblem 503 where there is none in time
     */
    void isReadAsItComes(ServletRequest request, long length, long cap) {
        long bytes = length < 0 ? cap : length;
        hold(bytes > LONG ? longer : asItComes, request, AS_IT_COMES, bytes);
    }

    private void hold(Room room, ServletRequest request, String name, long bytes) {
        if (!room.hold(request, name, bytes, patience)) {
            throw ApiProblem.passing(503, "busy", "Too many large requests are under way", TRY_AGAIN_S);
        }
    }

    /** Sense was made of the body: what came is no longer needed. */
    static void isUnderstood(ServletRequest request) {
        Room.giveBack(request, COMING);
    }

    /** The route has done with the body, whether or not the answer is sent: whoever reads that slowly holds no room for what he asked. */
    static void isDone(ServletRequest request) {
        Room.giveBack(request, COMING);
        Room.giveBack(request, READ);
        Room.giveBack(request, AS_IT_COMES);
    }
}
