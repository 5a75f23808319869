package vn.toancanh.ui.testing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSource;
import vn.toancanh.catalogue.CatalogueUpdate;

/** Tells a city's cameras at once, or fails so. */
public final class CitySource implements CatalogueSource {
    private CatalogueContents contents;
    private Failure.@Nullable Kind failing;

    public CitySource(CatalogueContents contents) {
        this.contents = contents;
    }

    /** From now on there are these. */
    public void becomes(CatalogueContents other) {
        contents = other;
    }

    /** From now on every asking fails so; null: works again. */
    public void fail(Failure.@Nullable Kind kind) {
        failing = kind;
    }

    @Override
    public void fetch(String syncToken, Consumer<Outcome<CatalogueUpdate>> answer) {
        Failure.Kind kind = failing;
        answer.accept(
                kind == null
                        ? Outcome.done(new CatalogueUpdate.Whole(contents))
                        : Outcome.failed(Failure.of(kind, "as the test wants")));
    }

    @Override
    public Handle onNews(Runnable listener) {
        return Handle.NONE;
    }
}
