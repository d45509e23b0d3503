from ui.guard import open_page

page = open_page("home")
page.title(page.t("place.home"), page.actor.organisation)
