# ROWS=rows.csv rails runner redmine_fill.rb: one issue a row in a project of its own, as its first user would enter them. Begun
# again it goes on where it was broken off.
require "csv"

admin = User.find_by!(login: "admin")
admin.password = admin.password_confirmation = ENV.fetch("REDMINE_PASSWORD")
admin.must_change_passwd = false
admin.save!
User.current = admin
project = Project.find_by(identifier: "county") ||
  Project.create!(name: "County", identifier: "county", enabled_module_names: ["issue_tracking"], trackers: Tracker.all)
tracker = project.trackers.first
priority = IssuePriority.default || IssuePriority.first
count = project.issues.count
CSV.foreach(ENV.fetch("ROWS")).drop(count).each_slice(500) do |slice|
  Issue.transaction do
    slice.each do |number, name, cause, township, day, facts|
      Issue.create!(project: project, tracker: tracker, author: admin, priority: priority,
        status: tracker.default_status, subject: "#{number} #{name} #{cause}", start_date: day,
        description: "#{township} #{facts}", notify: false)
      count += 1
    end
  end
end
puts "#{count} issues"
