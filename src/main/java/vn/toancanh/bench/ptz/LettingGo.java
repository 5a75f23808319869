package vn.toancanh.bench.ptz;

/** How a movement comes to be wanted no more. */
enum LettingGo {
    /** The hand lets go. */
    RELEASED,
    /** The hand lets go of a head whose cable was pulled just then. */
    HEAD_CABLE,
    /** The hand lets go of a head that ends every connection from then on. */
    DEAF,
    /** The client is killed as by {@code kill -9}. */
    KILLED,
    /** The cable between client and server is pulled. */
    DESK_CABLE;

    /** True where nothing reaches the head any more. */
    boolean cutsHeadOff() {
        return this == HEAD_CABLE || this == DEAF;
    }

    /** True where each head is let go of by itself; else all of a client's are together. */
    boolean isOfOneHead() {
        return this != KILLED && this != DESK_CABLE;
    }
}
