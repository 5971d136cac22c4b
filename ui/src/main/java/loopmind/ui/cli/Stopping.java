package loopmind.ui.cli;

/** Whether somebody wants long work to end. */
@FunctionalInterface
interface Stopping {

  boolean asked();
}
