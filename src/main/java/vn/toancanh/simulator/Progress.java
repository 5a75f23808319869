package vn.toancanh.simulator;

/** Told how many of the sub streams' loops are ready. Called on an encoder's thread. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    void ready(int done, int total);
}
