package vn.toancanh.inventory;

import java.util.List;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;

/**
 * What a list of cameras holds.
 *
 * @param sites every site named, parents before children
 * @param entries the cameras that are right
 * @param lines where each entry stands in the file, in the same order
 * @param problems what is wrong, by line; nothing should be imported unless it is empty
 */
public record InventoryResult(
        List<Site> sites, List<CameraEntry> entries, List<Integer> lines, List<Problem> problems) {
    public InventoryResult {
        sites = List.copyOf(sites);
        entries = List.copyOf(entries);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }
}
