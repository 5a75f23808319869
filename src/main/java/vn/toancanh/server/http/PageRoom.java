package vn.toancanh.server.http;

/** How much text one page may hold, so that a few large things fill it as many small ones do. For one thread. */
public final class PageRoom {
    /** Characters; the last thing on a page may exceed it. */
    public static final int MOST = 1 << 20;

    private long left;
    private boolean over;

    public PageRoom() {
        this(MOST);
    }

    /** @param most characters; the last thing may exceed them */
    public PageRoom(long most) {
        this.left = most;
    }

    /** False where it was full before: what was to be taken belongs to the next page. */
    public boolean take(long characters) {
        over = over || left <= 0;
        left -= characters;
        return !over;
    }

    /** True where something was left for the next page. */
    public boolean isOver() {
        return over;
    }
}
