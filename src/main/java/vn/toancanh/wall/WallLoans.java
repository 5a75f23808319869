package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * What stands in some tiles for a while, over what the layout has there; the layout itself knows nothing of it, so that it is
 * neither kept nor saved. At most one a tile. Any thread.
 */
public record WallLoans(List<Loan> loans) {
    public static final WallLoans NONE = new WallLoans(List.of());

    /**
     * One tile that is lent.
     *
     * @param id never 0, never given twice
     */
    public record Loan(long id, int tile, CellContent content) {
        private Loan to(int other) {
            return new Loan(id, other, content);
        }
    }

    public WallLoans {
        loans = List.copyOf(loans);
    }

    public Optional<Loan> at(int tile) {
        return loans.stream().filter(loan -> loan.tile() == tile).findFirst();
    }

    public Optional<Loan> find(long id) {
        return loans.stream().filter(loan -> loan.id() == id).findFirst();
    }

    /** With one more, in place of any in its tile. */
    public WallLoans with(Loan loan) {
        List<Loan> all = new ArrayList<>(without(loan.tile()).loans);
        all.add(loan);
        return new WallLoans(all);
    }

    /** Without the one in that tile. */
    public WallLoans without(int tile) {
        return new WallLoans(loans.stream().filter(loan -> loan.tile() != tile).toList());
    }

    /** After what two tiles show has changed places. */
    public WallLoans swapped(int one, int other) {
        return new WallLoans(loans.stream()
                .map(loan -> loan.tile() == one ? loan.to(other) : loan.tile() == other ? loan.to(one) : loan)
                .toList());
    }

    /** The layout as it is seen: with what is lent in its place. */
    public Layout over(Layout layout) {
        if (loans.isEmpty()) {
            return layout;
        }
        List<Cell> cells = new ArrayList<>(layout.cells());
        for (Loan loan : loans) {
            if (loan.tile() < cells.size()) {
                cells.set(loan.tile(), cells.get(loan.tile()).with(loan.content()));
            }
        }
        return new Layout(layout.id(), layout.name(), layout.scope(), layout.grid(), cells, layout.version());
    }

    /**
     * Where they stand after the layout has changed: a loan goes along with the camera that it covers; over a tile without a
     * camera it stays where there is such a tile still. Those that find no place are gone.
     */
    public WallLoans follow(Layout before, Layout after) {
        if (loans.isEmpty() || before.equals(after)) {
            return this;
        }
        List<WallDiff.Step> steps = WallDiff.between(before, after).steps();
        List<Loan> staying = new ArrayList<>();
        for (Loan loan : loans) {
            if (before.cells().get(loan.tile()).content() instanceof CellContent.OfCamera) {
                steps.stream()
                        .filter(step -> step.from() == loan.tile())
                        .findFirst()
                        .ifPresent(step -> staying.add(loan.to(step.tile())));
            } else if (loan.tile() < steps.size()
                    && Objects.equals(
                            before.cells().get(loan.tile()).content(),
                            after.cells().get(loan.tile()).content())) {
                staying.add(loan);
            }
        }
        return new WallLoans(staying);
    }

    /**
     * Where they stand after a person has taken a change of the layout back: as after any other change, but one whose camera
     * leaves below it stays in its tile where there is such a tile and nothing else is lent there.
     */
    public WallLoans stay(Layout before, Layout after) {
        WallLoans following = follow(before, after);
        List<Loan> all = new ArrayList<>(following.loans);
        for (Loan loan : loans) {
            boolean lost = following.find(loan.id()).isEmpty();
            boolean free = all.stream().noneMatch(other -> other.tile() == loan.tile());
            if (lost && free && loan.tile() < after.cells().size()) {
                all.add(loan);
            }
        }
        return new WallLoans(all);
    }
}
