package vn.toancanh.app;

/** A process that puts something away when it is ended; with {@code slow}, for longer than anybody waits. */
final class LifetimeToBeEnded {
    private LifetimeToBeEnded() {}

    public static void main(String[] args) throws Exception {
        // what JavaFX does: a hook that takes away what is still needed
        boolean[] taken = {false};
        Runtime.getRuntime().addShutdownHook(new Thread(() -> taken[0] = true));
        Lifetime lifetime = Lifetime.begin();
        System.out.println("ready");
        lifetime.await();
        System.out.println("putting away");
        Thread.sleep(args.length > 0 ? 60_000 : 300);
        System.out.println(taken[0] ? "too late" : "put away");
        lifetime.ended();
        System.out.println("goes on");
    }
}
