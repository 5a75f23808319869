package vn.toancanh.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Pending;

/**
 * The cameras of whoever is signed in: shown at once from this machine's cache, then brought up to date from the server and
 * kept so; a server that fails is asked again. Snapshots are made on COMPUTE; all calls and listeners are on DESK. While the server is away the last snapshot
 * stays.
 */
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** After a first failure; it doubles with each. */
    static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 4;

    private final CatalogueSource source;
    private final CatalogueCache cache;
    private final Lane desk;
    private final Lane compute;
    private final Map<Object, Consumer<CatalogueSnapshot>> listeners = new LinkedHashMap<>();
    private final Map<Object, Consumer<CatalogueState>> stateListeners = new LinkedHashMap<>();

    private CatalogueSnapshot snapshot = CatalogueSnapshot.EMPTY;
    private CatalogueState state = CatalogueState.CLOSED;
    private @Nullable CatalogueOwner owner;
    private Handle news = Handle.NONE;
    private long generation;
    private boolean again;
    private Handle retry = Handle.NONE;
    private @Nullable Ahead ahead;
    private int failures;

    public Catalogue(CatalogueSource source, CatalogueCache cache, Lane desk, Lane compute) {
        this.source = source;
        this.cache = cache;
        this.desk = desk;
        this.compute = compute;
    }

    /** The cameras as known now. */
    public CatalogueSnapshot snapshot() {
        desk.assertHere();
        return snapshot;
    }

    public CatalogueState state() {
        desk.assertHere();
        return state;
    }

    /** Tells every later snapshot until the handle is closed. */
    public Handle onChange(Consumer<CatalogueSnapshot> listener) {
        return listen(listeners, listener);
    }

    /** Tells every later change of {@link #state()} until the handle is closed. */
    public Handle onState(Consumer<CatalogueState> listener) {
        return listen(stateListeners, listener);
    }

    private <L> Handle listen(Map<Object, L> all, L listener) {
        desk.assertHere();
        Object token = new Object();
        all.put(token, listener);
        return () -> all.remove(token);
    }

    /** Tells as of when this machine keeps the cameras of somebody; empty where it keeps none. */
    public void keptAsOf(CatalogueOwner whose, Consumer<Optional<Instant>> answer) {
        desk.assertHere();
        cache.keptAsOf(whose, answer);
    }

    /** Begins to show the cameras of somebody who signed in: from the cache first, then from the server. */
    public void open(CatalogueOwner newOwner) {
        desk.assertHere();
        if (newOwner.equals(owner)) {
            refresh();
            return;
        }
        Ahead read = ahead != null && ahead.of().equals(newOwner) ? ahead : begun(newOwner);
        close();
        owner = newOwner;
        long mine = generation;
        news = source.onNews(this::refresh);
        setState(new CatalogueState(true, false, null, null));
        read.kept().tell(kept -> {
            if (mine == generation) {
                openFrom(kept);
            }
        });
    }

    /** Reads already what this machine keeps for somebody who may be about to be let in; shows nothing of it. */
    public void lookAhead(CatalogueOwner whose) {
        desk.assertHere();
        if (!whose.equals(owner)) {
            ahead = begun(whose);
        }
    }

    private Ahead begun(CatalogueOwner whose) {
        Pending<Optional<Outcome<CatalogueSnapshot>>> begun = new Pending<>();
        cache.load(whose, kept -> {
            if (kept.isEmpty()) {
                begun.know(Optional.empty());
            } else {
                made(() -> CatalogueSnapshot.of(kept.get()), begun::know);
            }
        });
        return new Ahead(whose, begun);
    }

    private void openFrom(Optional<Outcome<CatalogueSnapshot>> kept) {
        if (kept.isEmpty()) {
            fetch("");
            return;
        }
        settle(kept.get(), made -> {
            setState(new CatalogueState(true, true, made.asOf(), null));
            install(made);
            fetch(made.contents().syncToken());
        });
    }

    /** Forgets the cameras: somebody signed out. The cache keeps them. */
    public void close() {
        desk.assertHere();
        generation++;
        again = false;
        failures = 0;
        ahead = null;
        retry.close();
        news.close();
        news = Handle.NONE;
        owner = null;
        setState(CatalogueState.CLOSED);
        if (snapshot.size() > 0) {
            install(CatalogueSnapshot.EMPTY);
        }
    }

    /** Asks the server for news; while it is being asked already, once more afterwards. */
    public void refresh() {
        desk.assertHere();
        if (owner == null) {
            return;
        }
        if (state.fetching()) {
            again = true;
            return;
        }
        retry.close();
        setState(new CatalogueState(true, state.fromCache(), state.asOf(), state.failure()));
        fetch(snapshot.contents().syncToken());
    }

    private void fetch(String syncToken) {
        long mine = generation;
        source.fetch(syncToken, answer -> {
            if (mine != generation) {
                return;
            }
            switch (answer) {
                case Outcome.Done<CatalogueUpdate>(CatalogueUpdate update) -> apply(update);
                case Outcome.Failed<CatalogueUpdate>(Failure failure) ->
                    fetched(state.fromCache(), state.asOf(), failure);
            }
        });
    }

    private void apply(CatalogueUpdate update) {
        CatalogueOwner mine = owner;
        if (mine == null) {
            return;
        }
        CatalogueContents before = snapshot.contents();
        switch (update) {
            case CatalogueUpdate.Unchanged(Instant asOf) -> {
                cache.confirm(mine, asOf);
                fetched(false, asOf, null);
            }
            case CatalogueUpdate.Whole(CatalogueContents contents) ->
                build(() -> CatalogueSnapshot.of(contents), made -> {
                    cache.save(mine, contents);
                    install(made);
                    fetched(false, made.asOf(), null);
                });
            case CatalogueUpdate.Delta delta ->
                build(() -> CatalogueSnapshot.of(delta.applyTo(before)), made -> {
                    cache.save(mine, before, delta, made.contents());
                    install(made);
                    fetched(false, made.asOf(), null);
                });
        }
    }

    private void fetched(boolean fromCache, @Nullable Instant asOf, @Nullable Failure failure) {
        setState(new CatalogueState(false, fromCache, asOf, failure));
        boolean more = again;
        again = false;
        failures = failure == null ? 0 : failures + 1;
        if (failure == null && more) {
            refresh();
        } else if (failure != null && failure.kind().passing()) {
            // A server that was only busy has no news to tell, and would never be asked again.
            int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
            retry.close();
            retry = desk.after(FIRST_RETRY.multipliedBy(1L << doublings), this::refresh);
        }
    }

    private void build(Supplier<CatalogueSnapshot> maker, Consumer<CatalogueSnapshot> done) {
        long mine = generation;
        made(maker, made -> {
            if (mine == generation) {
                settle(made.orElseThrow(), done);
            }
        });
    }

    private void settle(Outcome<CatalogueSnapshot> made, Consumer<CatalogueSnapshot> done) {
        made.settle(done, failure -> fetched(state.fromCache(), state.asOf(), failure));
    }

    private void made(Supplier<CatalogueSnapshot> maker, Consumer<Optional<Outcome<CatalogueSnapshot>>> then) {
        compute.execute(() -> {
            Optional<Outcome<CatalogueSnapshot>> made = Optional.of(attempt(maker));
            desk.execute(() -> then.accept(made));
        });
    }

    private static Outcome<CatalogueSnapshot> attempt(Supplier<CatalogueSnapshot> maker) {
        try {
            return Outcome.done(maker.get());
        } catch (RuntimeException fault) {
            LOG.error("cannot make a catalogue of what was told", fault);
            return Outcome.failed(Failure.of(Failure.Kind.INTERNAL, "catalogue: " + fault.getMessage(), fault));
        }
    }

    /**
     * Searches the present cameras on COMPUTE and answers on DESK, unless the handle was closed meanwhile: close the one
     * before when the next key is typed.
     *
     * @param limit the most hits wanted
     */
    public Handle search(String query, int limit, Consumer<SearchResult> answer) {
        desk.assertHere();
        SearchIndex index = snapshot.search();
        boolean[] closed = {false};
        compute.execute(() -> {
            SearchResult result = index.search(query, limit);
            desk.execute(() -> {
                if (!closed[0]) {
                    answer.accept(result);
                }
            });
        });
        return () -> closed[0] = true;
    }

    /** What is kept of somebody, read and made before it was wanted or as it is; empty where nothing is. */
    private record Ahead(CatalogueOwner of, Pending<Optional<Outcome<CatalogueSnapshot>>> kept) {}

    private void install(CatalogueSnapshot made) {
        snapshot = made;
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(made));
    }

    private void setState(CatalogueState next) {
        if (!next.equals(state)) {
            state = next;
            List.copyOf(stateListeners.values()).forEach(listener -> listener.accept(next));
        }
    }
}
