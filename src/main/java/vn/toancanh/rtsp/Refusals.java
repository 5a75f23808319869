package vn.toancanh.rtsp;

/** Refusals after which there is something else to try. */
final class Refusals {
    private Refusals() {}

    /** Servers that do not know OPTIONS play all the same. */
    static boolean ofOptionsOnly(int status) {
        return switch (status) {
            case 400, 404, 405, 454, 455, 501, 551 -> true;
            default -> false;
        };
    }

    /** The track may be known by another address. */
    static boolean ofTrackAddress(int status) {
        return status == 400 || status == 404 || status == 454;
    }

    /** The session may be known by another address, or only by that of its track (459), or not by it (460). */
    static boolean ofSessionAddress(int status) {
        return status == 400 || status == 404 || status == 459 || status == 460;
    }

    static boolean ofTransport(int status) {
        return status == 461;
    }

    /** The server knows no such stream, or no such session any more. */
    static boolean ofStream(int status) {
        return status == 404 || status == 454;
    }
}
