package vn.toancanh.base;

/** Something to be given back exactly once: a subscription, a timer, a player. Closing it twice does nothing. */
@FunctionalInterface
public interface Handle extends AutoCloseable {
    /** A handle that holds nothing. */
    Handle NONE = () -> {};

    @Override
    void close();
}
