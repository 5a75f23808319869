package vn.toancanh.seeded.ui.tree;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Breaks "no waiting where it paints". */
final class Waits {
    Object await(Future<?> future) throws InterruptedException, ExecutionException {
        return future.get();
    }
}
