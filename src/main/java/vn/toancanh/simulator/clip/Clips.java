package vn.toancanh.simulator.clip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * Gets loops ready, from disk or by encoding, most urgent first and a few at a time. Any thread; answers come on an
 * encoder's thread.
 */
public final class Clips implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Clips.class);

    /** How soon a loop is needed. */
    public enum Urgency {
        /** Somebody waits for it. */
        NOW,
        /** It will be wanted. */
        SOON
    }

    private record Job(Urgency urgency, long order, ClipSpec spec, CompletableFuture<Clip> clip, AtomicBoolean begun)
            implements Comparable<Job> {
        @Override
        public int compareTo(Job other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(order, other.order);
        }
    }

    private final ClipStore store;
    private final ClipEncoder encoder;
    private final List<Thread> workers;
    private final PriorityBlockingQueue<Job> waiting = new PriorityBlockingQueue<>();
    private final Map<ClipSpec, Job> jobs = new HashMap<>();
    private final AtomicLong order = new AtomicLong();

    /** Starts {@code workers} encoder threads. */
    public Clips(ClipStore store, ClipEncoder encoder, int workers) {
        this.store = store;
        this.encoder = encoder;
        this.workers = IntStream.rangeClosed(1, workers)
                .mapToObj(i -> Threads.daemon("simulator-encoder-" + i, this::work))
                .toList();
        this.workers.forEach(Thread::start);
    }

    /** The loop, when it is ready; asking again more urgently moves it to the front. */
    public synchronized CompletableFuture<Clip> get(ClipSpec spec, Urgency urgency) {
        Job job = jobs.get(spec);
        if (job == null || job.clip.isCompletedExceptionally()) {
            job = new Job(urgency, order.getAndIncrement(), spec, new CompletableFuture<>(), new AtomicBoolean());
            jobs.put(spec, job);
            waiting.add(job);
        } else if (urgency.compareTo(job.urgency) < 0 && !job.begun.get()) {
            job = new Job(urgency, order.getAndIncrement(), spec, job.clip, job.begun);
            jobs.put(spec, job);
            waiting.add(job);
        }
        return job.clip;
    }

    /** True where a loop lies ready on disk, whole or not, so that getting it takes no drawing as a rule. */
    public boolean keeps(ClipSpec spec) {
        return store.keeps(spec);
    }

    /** Lets go of a loop that is not wanted again soon. */
    public synchronized void forget(ClipSpec spec) {
        Job job = jobs.get(spec);
        if (job != null && job.clip.isDone()) {
            jobs.remove(spec);
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Job job = waiting.take();
                // a job that was moved to the front stands in the line twice
                if (job.begun.compareAndSet(false, true)) {
                    run(job);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Job job) throws InterruptedException {
        try {
            Optional<Clip> kept = store.find(job.spec);
            job.clip.complete(kept.isPresent() ? kept.get() : store.make(job.spec, encoder));
        } catch (FailureException failed) {
            LOG.warn("loop of camera {} {}: {}", job.spec.camera(), job.spec.role(), failed.getMessage());
            job.clip.completeExceptionally(failed);
        } catch (InterruptedException closed) {
            job.clip.cancel(false);
            throw closed;
        } catch (RuntimeException | Error fault) {
            LOG.error("loop of camera {} {}", job.spec.camera(), job.spec.role(), fault);
            job.clip.completeExceptionally(
                    new FailureException(Failure.of(Failure.Kind.INTERNAL, "painting failed", fault)));
        }
    }

    /** Ends the encoder threads and their processes; loops not ready stay so. */
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            try {
                worker.join(2000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
