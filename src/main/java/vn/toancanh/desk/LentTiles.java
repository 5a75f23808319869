package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallLoans;
import vn.toancanh.wall.WallState;

/**
 * Tiles of one wall that show a camera for a while and then again what people put there. Nothing of it is in the wall that is
 * remembered or saved. What a person does at such a tile is his: whoever had it is told, and does not get it back. Lane: DESK.
 */
public final class LentTiles {
    /** Why a tile was taken from who had it. */
    public enum Gone {
        /** A person cleared it or put something else there. */
        BY_HAND,
        /** Another layout has no place for it, or somebody else was lent it. */
        NO_ROOM
    }

    private record Told(Consumer<Gone> borrower, Gone why) {}

    private final Supplier<WallState> wall;
    private final Consumer<Layout> seenOtherwise;
    private final TileMemory.Hand hand;
    private final Map<Long, Consumer<Gone>> borrowers = new HashMap<>();
    private final List<Told> toTell = new ArrayList<>();
    /** Taken by the change that is being made, which may be held back still. */
    private final List<WallLoans.Loan> taken = new ArrayList<>();

    private WallLoans loans = WallLoans.NONE;
    private boolean changed;
    private boolean moved;
    private long last;

    /**
     * @param wall whose tiles they are
     * @param seenOtherwise something else is to be seen than this
     * @param hand puts something into a tile as if a person had done so
     */
    LentTiles(Supplier<WallState> wall, Consumer<Layout> seenOtherwise, TileMemory.Hand hand) {
        this.wall = wall;
        this.seenOtherwise = seenOtherwise;
        this.hand = hand;
    }

    /** What is lent in a tile. */
    public Optional<WallLoans.Loan> at(int tile) {
        return loans.at(tile);
    }

    public boolean has(int tile) {
        return loans.at(tile).isPresent();
    }

    /** All there are. */
    public List<WallLoans.Loan> all() {
        return loans.loans();
    }

    /**
     * Shows a camera in a tile until {@link #giveBack}, in place of what is lent there.
     *
     * @param gone told once where the tile is taken away before
     * @return by what to give it back; 0 where there is no such tile
     */
    public long lend(int tile, CameraId camera, Consumer<Gone> gone) {
        WallState now = wall.get();
        if (!now.has(tile)) {
            return 0;
        }
        Layout before = over(now.layout());
        loans.at(tile).ifPresent(loan -> end(loan, Gone.NO_ROOM));
        long id = ++last;
        loans = loans.with(new WallLoans.Loan(id, tile, new CellContent.OfCamera(camera, StreamChoice.AUTO)));
        borrowers.put(id, gone);
        seenOtherwise.accept(before);
        return id;
    }

    /** Shows again what the layout has; nothing where it was taken away already. */
    public void giveBack(long id) {
        loans.find(id).ifPresent(loan -> {
            Layout before = over(wall.get().layout());
            borrowers.remove(id);
            loans = loans.without(loan.tile());
            seenOtherwise.accept(before);
        });
    }

    /** A person wants what is lent in a tile to stay there for good. */
    public void keep(int tile) {
        loans.at(tile).ifPresent(loan -> hand.put(tile, loan.content()));
    }

    /** How many stand where the layout has nothing. */
    int overNothing(WallState of) {
        return (int) loans.loans().stream()
                .filter(loan -> of.has(loan.tile()) && of.content(loan.tile()) instanceof CellContent.Empty)
                .count();
    }

    Layout over(Layout layout) {
        return loans.over(layout);
    }

    /** A person does something with tiles; true where any was lent. To be followed by {@link #follow} or {@link #refused}. */
    boolean take(int from, int to) {
        List<WallLoans.Loan> now = loans.loans().stream()
                .filter(loan -> loan.tile() >= from && loan.tile() < to && !taken.contains(loan))
                .toList();
        taken.addAll(now);
        return !now.isEmpty();
    }

    /** True where the change that is being made takes any. */
    boolean anyTaken() {
        return !taken.isEmpty();
    }

    /** That change was held back: whoever had the tiles has them still. */
    void refused() {
        taken.clear();
    }

    /** Two tiles change places. To be followed by {@link #follow}. */
    void swap(int one, int other) {
        changed |= has(one) || has(other);
        moved = true;
        loans = loans.swapped(one, other);
    }

    /**
     * The layout is another; true where what is lent is another since the last time, or elsewhere.
     *
     * @param recalled true where a change was taken back, which goes on below what is lent
     */
    boolean follow(Layout before, Layout after, boolean recalled) {
        for (WallLoans.Loan loan : taken) {
            end(loan, Gone.BY_HAND);
            loans = loans.without(loan.tile());
            changed = true;
        }
        taken.clear();
        if (!moved) {
            WallLoans next = recalled ? loans.stay(before, after) : loans.follow(before, after);
            for (WallLoans.Loan loan : loans.loans()) {
                if (next.find(loan.id()).isEmpty()) {
                    end(loan, Gone.NO_ROOM);
                }
            }
            changed |= !next.equals(loans);
            loans = next;
        }
        boolean otherwise = changed;
        moved = false;
        changed = false;
        return otherwise;
    }

    private void end(WallLoans.Loan loan, Gone why) {
        Consumer<Gone> borrower = borrowers.remove(loan.id());
        if (borrower != null) {
            toTell.add(new Told(borrower, why));
        }
    }

    /** Tells those whose tiles were taken away; they may lend others meanwhile. */
    void tell() {
        while (!toTell.isEmpty()) {
            Told next = toTell.removeFirst();
            next.borrower.accept(next.why);
        }
    }
}
